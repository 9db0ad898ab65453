import { refusing } from './refusing.ts';

type Template = {
  label?: string;
  role?: string;
  type?: string;
  accelerator?: string;
  click?: () => void;
  submenu?: Template[];
};
type Item = Omit<Template, 'submenu'> & { submenu?: { items: Item[] } };

const known = new Set(['label', 'role', 'type', 'accelerator', 'click', 'submenu']);
let current: { items: Item[] } | null = null;

function build(template: readonly Template[]): { items: Item[] } {
  const items = template.map(({ submenu, ...item }) => {
    const strange = Object.keys(item).find((key) => !known.has(key));
    if (strange !== undefined) throw new Error(`stand-in: a menu item's ${strange} is not modelled`);
    return submenu ? { ...item, submenu: build(submenu) } : item;
  });
  return { items };
}

export const Menu = refusing('Menu', {
  buildFromTemplate: build,
  setApplicationMenu: (menu: { items: Item[] } | null) => void (current = menu),
  getApplicationMenu: () => current,
});
