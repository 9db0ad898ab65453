import { expect, test } from 'vitest';
import type { Cents } from '#parser/money.ts';
import { render } from '#parser/render.ts';
import { grammar } from '#parser/rule.ts';
import { TemplateError, templateReader } from '#parser/template.ts';

const { rule } = grammar({
  id: 'test',
  country: 'KE',
  language: 'en',
  currency: 'KES',
  clauses: { balance: 'balance is_{balance}' },
});

const wording = { id: 'paid', kind: 'buy_goods', direction: 'out', example: '' } as const;
const paid = rule({ ...wording, template: '{amount} paid to {name}[_<balance>]' });
// Wrong templates are still values, which only fail once they are read: so they can be stated here, and refused by the compiler.
const wrong = [
  // @ts-expect-error -- there is no slot {payee}
  rule({ ...wording, template: '{amount} paid to {payee}' }),
  // @ts-expect-error -- there is no field `cash`
  rule({ ...wording, template: '{amount:cash} paid to {name}' }),
  // @ts-expect-error -- there is no clause <tail>
  rule({ ...wording, template: '{amount} paid to {name}<tail>' }),
  // @ts-expect-error -- there is no such kind
  rule({ ...wording, kind: 'gift', template: '{amount} paid to {name}' }),
];

const ten = 10_00 as Cents;

test('a rule is rendered with its own slots and those of its clauses', () => {
  expect(render(paid, { amount: ten, name: 'ASHA', balance: ten })).toBe('Ksh10.00 paid to ASHA balance is Ksh10.00');
});

test('what a rule has no slot for, or another kind of value, is a compile error', () => {
  // @ts-expect-error -- the rule has no {phone}
  expect(render(paid, { amount: ten, name: 'ASHA', phone: '0712345001' })).toBe('Ksh10.00 paid to ASHA');
  // @ts-expect-error -- shillings are not cents
  expect(render(paid, { amount: 10, name: 'ASHA' })).toBe('Ksh0.10 paid to ASHA');
  // @ts-expect-error -- a name is text
  expect(render(paid, { amount: ten, name: ten })).toContain('paid to');
});

test('a template that the compiler refuses is refused when it is read, too', () => {
  const { ops } = templateReader('KES', paid.grammar.clauses);
  const [slot, , clause] = wrong;
  expect(() => ops(slot!.template)).toThrow(new TemplateError('there is no slot {payee}'));
  expect(() => ops(clause!.template)).toThrow(new TemplateError('there is no clause <tail>'));
  expect(() => ops('a) b')).toThrow(new TemplateError('`)` closes nothing'));
  expect(() => ops('{amount')).toThrow(TemplateError);
});
