import type { PriceMode, Product } from '$ipc/bindings';

/**
 * The catalogue's price as this quote types prices, in ten-thousandths: with VAT added where they include it,
 * to the nearest ten-thousandth.
 */
export function priceTyped(product: Pick<Product, 'unit_price' | 'vat_rate'>, mode: PriceMode): number {
  return mode === 'net'
    ? product.unit_price
    : Math.round((product.unit_price * (10_000 + product.vat_rate)) / 10_000);
}
