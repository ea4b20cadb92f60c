/** Quotes, products and reports of the imitation. */
import type { Core } from '../client';
import { refuse, type World } from './world';

type QuoteCalls = Pick<Core, Extract<keyof Core, `quote${string}` | `product${string}` | 'reports'>>;

export function quoteCalls(_world: World): QuoteCalls {
  const later = (): never => refuse({ code: 'not_found' });
  return {
    quoteList: async () => [],
    quoteDetail: async () => later(),
    quoteCreate: async () => later(),
    quoteCompute: async () => later(),
    quoteSave: async () => later(),
    quoteFinalise: async () => later(),
    quoteAccept: async () => later(),
    quoteRefuse: async () => later(),
    quoteRevise: async () => later(),
    quoteDiscard: async () => later(),
    quotePdf: async () => later(),
    quotePdfSave: async () => later(),
    quotePdfOpen: async () => null,
    quotePdfPrint: async () => later(),
    productList: async () => [],
    productSave: async () => later(),
    productRemove: async () => later(),
    reports: async () => later(),
  };
}
