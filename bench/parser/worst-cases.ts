import { rules } from '#parser/grammars/all.ts';
import { parseMessage } from '#parser/parse.ts';
import { ruleId } from '#parser/rule.ts';
import { type BenchRow, cpu, median, row } from './figures.ts';
import { adversaries, families, mixedMessages } from './material.ts';

const SIZES = [16_000, 64_000, 256_000, 1_024_000];
/** Characters read at each size, so that all are long against the clock's tick. */
const SAME_WORK = 8_192_000;

/** Shapes made by hand, each at four sizes. */
export function worstShapes(): BenchRow[] {
  return adversaries.map(([name, textOf]) => {
    const took = SIZES.map((size) => {
      const text = textOf(size);
      const times = SAME_WORK / size;
      const all = () => Array.from({ length: times }, () => parseMessage(text));
      return median([1, 2, 3].map(() => cpu(all))) / times;
    });
    const [, , before = 1, last = 1] = took;
    const exponent = Math.log(last / before) / Math.log(4);
    return row(`worst case: ${name}`, 'ms/MB', last / 1000, null, exponent, '≤ 100 ms, exponent ≤ 1.1');
  });
}

const SMALL = 32_000;
const LARGE = SMALL * 16;
/** Rules whose exponent is looked at for each family: those that cost most. */
const SLOWEST = 3;

/**
 * Milliseconds a megabyte of text takes, the least of a few: what else the machine does only adds. By the wall's clock,
 * as the thread's ticks too seldom for so short a time.
 */
function perMegabyte(text: string, times: number): number {
  let least = Infinity;
  for (let i = 0; i < times; i += 1) {
    const before = performance.now();
    parseMessage(text);
    least = Math.min(least, performance.now() - before);
  }
  return (least / text.length) * 1_000_000;
}

function ordinary(): number {
  const messages = mixedMessages(2_000);
  const characters = messages.reduce((sum, text) => sum + text.length, 0);
  const took = [1, 2, 3, 4, 5].map(() => cpu(() => messages.map(parseMessage)));
  return (median(took) / 1000 / characters) * 1_000_000;
}

/** Every rule attacked in four ways: the dearest rule of each, beside ordinary text, and the worst growth. */
export function attackedRules(): BenchRow[] {
  const plain = ordinary();
  return Object.entries(families).flatMap(([family, textOf]) => {
    const costs = rules
      .map((rule) => ({ rule, cost: perMegabyte(textOf(rule.example, SMALL), 3) }))
      .toSorted((a, b) => b.cost - a.cost)
      .slice(0, SLOWEST)
      .map(({ rule }) => {
        const small = perMegabyte(textOf(rule.example, SMALL), 7);
        const large = perMegabyte(textOf(rule.example, LARGE), 7);
        return { rule, cost: large, exponent: 1 + Math.log(large / small) / Math.log(LARGE / SMALL) };
      });
    const dearest = costs.toSorted((a, b) => b.cost - a.cost)[0]!;
    const steepest = Math.max(...costs.map(({ exponent }) => exponent));
    const name = `${rules.length} rules, ${family}: ${ruleId(dearest.rule)}`;
    return [
      row(name, 'ms/MB', dearest.cost, plain, dearest.cost / plain, '≤ 1 × ordinary text'),
      row(`${family}: the steepest growth`, 'exponent', steepest, null, null, '≤ 1.1'),
    ];
  });
}
