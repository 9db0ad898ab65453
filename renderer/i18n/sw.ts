import type { ErrorCode } from '#contract/errors.ts';
import type { Catalogue } from './en.ts';
import { swDecide } from './sw-decide.ts';
import { swFigures } from './sw-figures.ts';
import { swIntake } from './sw-intake.ts';
import { swKinds } from './sw-kinds.ts';
import { swLinks } from './sw-links.ts';
import { swPictures } from './sw-pictures.ts';
import { swProof } from './sw-proof.ts';
import { swScreens } from './sw-screens.ts';
import { swSentences } from './sw-sentences.ts';

const errors = {
  'newer-book': 'Kitabu hiki kiliandikwa na Risiti mpya zaidi. Hakijaguswa. Weka toleo jipya ili kukifungua.',
  'not-a-book': 'Faili hili si kitabu cha Risiti. Halijabadilishwa. Chagua faili lingine.',
  'book-in-use': 'Risiti nyingine imefungua kitabu hiki. Ifunge, kisha ujaribu tena.',
  'book-unavailable': 'Faili la kitabu haliwezi kusomwa wala kuandikwa. Hakikisha folda yake ipo na diski haijajaa.',
  'book-exists': 'Kitabu chenye jina hili kipo tayari: chagua jina lingine, au fungua kile.',
  'book-damaged': 'Faili la kitabu limeharibika. Hakuna kilichobadilishwa. Nakala ipo kando yake.',
  'unknown-file': 'Faili halipo tena. Lichague upya.',
  'unrecognised-file': 'Risiti haijui aina hii ya faili.',
  'ambiguous-file': 'Faili hili linafanana na aina mbili za taarifa, na Risiti haikisii. Tafadhali tujulishe.',
  'unreadable-file': 'Faili haliwezi kusomwa jinsi linavyodai kuwa. Lipakue tena.',
  'password-needed': 'Faili hili limefungwa. Lifungue kwa nenosiri lake.',
  'wrong-password': 'Nenosiri halifungui faili hili. Liangalie, kisha ujaribu tena.',
  cancelled: 'Umeisimamisha. Hakuna chochote kilichohifadhiwa.',
  'not-found': 'Hii haiko tena kwenye kitabu.',
  'already-undone': 'Uingizaji huu ulikwisha kutenguliwa.',
  'undone-before': 'Hii iliwahi kuingizwa kisha ikatenguliwa. Iingize tena ikiwa tu unaitaka irudi.',
  'file-changed': 'Faili imebadilika tangu ilipoangaliwa. Iangalie tena.',
  'book-changed': 'Kitabu kimebadilika tangu faili zilipoangaliwa. Ziangalie tena.',
  'not-exportable': 'Umbizo hili haliwezi kubeba ulichochagua. Chagua umbizo lingine au akaunti moja.',
  'unwritable-file': 'Faili haikuweza kuandikwa hapo. Chagua folda nyingine.',
  'not-empty': 'Kitabu si kitupu. Duka la mfano hufunguka tu kwenye kitabu kitupu: tengeneza kitabu kipya.',
  'bad-credentials': 'Hii siyo ambayo huduma inaiomba, au siyo anwani inayoruhusiwa kutumiwa funguo.',
  'port-in-use': 'Programu nyingine inatumia mlango huu. Chagua mwingine.',
  'already-matched': 'Mojawapo ya hizi tayari iko kwenye ulinganisho uliothibitishwa. Tengua ulinganisho huo kwanza.',
  'does-not-add-up': 'Kilichogawanywa kinazidi kilichopo, au pande mbili hazilingani. Eleza kwa nini hazilingani.',
  'period-closed': 'Siku au mwezi huu umefungwa. Ufungue tena kwanza.',
  'reason-needed': 'Salio hazihakikishi haya. Unaweza kuufunga ukieleza sababu.',
  'nothing-to-undo': 'Hakuna kilichobaki cha kutengua wala kurudia.',
  'bad-request': 'Kitabu hakikuelewa swali. Hili ni kosa letu: tafadhali tujulishe.',
  forbidden: 'Ukurasa huu hauruhusiwi tena kuzungumza na kitabu. Fungua anwani iliyoandikwa kwenye terminal.',
  offline: 'Risiti haijibu. Ianzishe upya, kisha ujaribu tena.',
  internal: 'Kuna hitilafu ndani ya Risiti. Kitabu chako hakijabadilishwa. Jaribu tena.',
} satisfies Record<ErrorCode, string>;

/** Every word on the screen, in Kiswahili. */
export const sw: Catalogue = {
  errors,
  kind: swKinds,
  ...swLinks,
  ...swFigures,
  ...swScreens,
  ...swSentences,
  ...swIntake,
  ...swDecide,
  ...swProof,
  ...swPictures,
};
