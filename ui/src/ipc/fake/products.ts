/** The sample catalogue of a company that renovates, heats and fits out. */
import type { Product } from '../bindings';

type Sample = [
  code: string,
  title: string,
  unit: string,
  price: number,
  cost: number,
  rate: number,
  details?: string,
];

const samples: Sample[] = [
  [
    'SAN-010',
    'Receveur extra-plat 90 × 140 cm',
    'pièce',
    648,
    431,
    600,
    'Résine blanche, bonde et siphon compris.',
  ],
  [
    'SAN-012',
    'Paroi de douche fixe 120 cm',
    'pièce',
    512,
    337.92,
    600,
    'Verre trempé 8 mm, traitement anticalcaire.',
  ],
  [
    'SAN-020',
    'Mitigeur thermostatique encastré',
    'ensemble',
    486,
    323.68,
    600,
    'Pluie de tête Ø 25 cm et douchette.',
  ],
  [
    'SAN-031',
    'Meuble double vasque 120 cm',
    'ensemble',
    1390,
    917.4,
    600,
    'Chêne clair, deux tiroirs, plan en céramique.',
  ],
  ['SAN-044', 'WC suspendu et bâti-support', 'ensemble', 795, 528, 600],
  ['CAR-001', 'Carrelage de sol 60 × 60 cm', 'm²', 62, 39.68, 600, 'Grès cérame antidérapant R10.'],
  ['CAR-002', 'Faïence murale 30 × 60 cm', 'm²', 54, 34.02, 600, 'Blanc mat rectifié.'],
  ['CAR-010', 'Étanchéité et pose', 'm²', 78, 51.9, 600, 'Natte d’étanchéité, pose collée, joints.'],
  [
    'CHA-100',
    'Pompe à chaleur air-eau 8 kW',
    'pièce',
    7850,
    5420,
    600,
    'Unité extérieure et module hydraulique.',
  ],
  ['CHA-101', 'Pompe à chaleur air-eau 11 kW', 'pièce', 9240, 6510, 600],
  ['CHA-120', 'Ballon tampon 200 l', 'pièce', 980, 655, 600],
  ['CHA-140', 'Radiateur acier type 22, 600 × 1000', 'pièce', 312, 198, 600],
  ['CHA-150', 'Chaudière gaz à condensation 24 kW', 'pièce', 2980, 2105, 2100],
  [
    'MEN-010',
    'Bibliothèque sur mesure, chêne',
    'm²',
    465,
    302,
    2100,
    'Panneaux plaqués chêne, fond ventilé.',
  ],
  ['MEN-014', 'Placard sous escalier', 'ensemble', 1680, 1080, 2100],
  [
    'VEN-003',
    'Extracteur hygrométrique',
    'pièce',
    265,
    164.14,
    600,
    'Y compris conduit et sortie en façade.',
  ],
  ['MO-001', 'Main d’œuvre, installateur', 'h', 58, 35.7, 600],
  ['MO-002', 'Main d’œuvre, menuisier', 'h', 56, 34, 600],
  ['MO-010', 'Déplacement, moins de 30 km', 'forfait', 45, 22, 600],
  ['IMP-200', 'Feuille A4 quadri, 135 g', 'feuille', 0.0345, 0.021, 2100],
];

export function sampleProducts(): Product[] {
  return samples.map(([code, title, unit, price, cost, vat_rate, details = '']) => ({
    id: `product-${code}`,
    code,
    title,
    details,
    unit,
    unit_price: Math.round(price * 10_000),
    unit_cost: Math.round(cost * 10_000),
    vat_rate,
  }));
}
