/** The lines of the sample bathroom. */
import type { QuoteLineInput } from '../bindings';
import { line } from './quoteParts';

export function bathroomLines(): QuoteLineInput[] {
  return [
    section('Démontage et préparation'),
    item('Dépose et évacuation', '1', 'forfait', '980,00', '534,50', {
      details:
        'Baignoire, meuble, faïences et ancien carrelage ; protection des accès ; évacuation en centre de tri avec bordereau.',
    }),
    item('Renfort du plancher bois', '7,2', 'm²', '46,50', '28,37', {
      details: 'Panneaux OSB 22 mm vissés sur solives, primaire d’accrochage.',
    }),
    section('Sanitaire et plomberie'),
    item('Receveur extra-plat 90 × 140 cm', '1', 'pièce', '648,00', '431,00', {
      details: 'Résine blanche, découpe sur mesure, bonde et siphon compris.',
    }),
    item('Paroi de douche fixe 120 cm', '1', 'pièce', '512,00', '337,92', {
      details: 'Verre trempé 8 mm, traitement anticalcaire, profil noir mat.',
    }),
    item('Mitigeur thermostatique encastré', '1', 'ensemble', '486,00', '323,68', {
      details: 'Pluie de tête Ø 25 cm et douchette, finition noir mat.',
      discount: '10',
    }),
    item('Meuble double vasque 120 cm', '1', 'ensemble', '1390,00', '917,40', {
      details: 'Chêne clair, deux tiroirs, plan en céramique, miroir à éclairage LED.',
    }),
    item('Alimentations et évacuations', '18', 'h', '58,00', '35,70', {
      details: 'Multicouche et PVC, raccordements, essais de pression.',
    }),
    section('Carrelage et finitions'),
    item('Carrelage de sol 60 × 60 cm', '7,2', 'm²', '62,00', '39,68', {
      details: 'Grès cérame antidérapant R10, ton pierre bleue.',
    }),
    item('Faïence murale 30 × 60 cm', '24,5', 'm²', '54,00', '34,02', {
      details: 'Blanc mat rectifié, jusqu’au plafond dans la douche.',
    }),
    item('Étanchéité et pose', '31,7', 'm²', '78,00', '51,90', {
      details: 'Natte d’étanchéité sous carrelage, pose collée, joints et silicones sanitaires.',
    }),
    item('Extracteur hygrométrique', '1', 'pièce', '265,00', '164,14', {
      details: 'Y compris conduit et sortie en façade.',
    }),
    item('Accessoires, fourniture seule', '1', 'lot', '138,00', '92,46', {
      details: 'Tabouret de douche et porte-serviettes, non posés.',
      vat_rate: '21',
    }),
    item('Sèche-serviettes électrique 750 W', '1', 'pièce', '428,00', '269,64', {
      details: 'Noir mat, thermostat et programmation, pose et raccordement compris.',
      optional: true,
    }),
  ];
}

function section(title: string): QuoteLineInput {
  return line({ title, kind: 'section', quantity: '', vat_rate: '' });
}

function item(
  title: string,
  quantity: string,
  unit: string,
  unit_price: string,
  unit_cost: string,
  given: Partial<QuoteLineInput>,
): QuoteLineInput {
  return line({ title, quantity, unit, unit_price, unit_cost, ...given });
}
