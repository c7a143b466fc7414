/**
 * Browsers that translate a page (Chrome, Edge) put an element in the place of each text and take the text itself out. React
 * goes on to write into that text, which nobody sees, so that a sentence stays what it was and becomes false; and takes it from
 * a parent that no longer has it, which throws. What stands for a text is therefore kept in mind: a text that changes comes
 * back, for the translator to find, and one that goes takes its stand-in along.
 */

const isText = (node: Node | null): node is Text => node?.nodeType === Node.TEXT_NODE;
/** What translators put there. */
const isStandIn = (node: Node | null): node is HTMLElement => node instanceof HTMLElement && node.tagName === 'FONT';

/** @param root what React renders into. @returns a function that stops it. */
export function followTranslator(root: HTMLElement): () => void {
  const standIns = new WeakMap<Node, HTMLElement>();
  const guarded = new WeakSet<Node>();

  /** What is in a parent in the place of a child that React takes to be there. */
  const found = <N extends Node | null>(parent: Node, child: N): N | HTMLElement => {
    if (!child || child.parentNode === parent) return child;
    const standIn = standIns.get(child);
    return standIn?.parentNode === parent ? standIn : child;
  };

  const guard = (parent: Node) => {
    if (guarded.has(parent)) return;
    guarded.add(parent);
    const { removeChild, insertBefore } = parent;
    Object.assign(parent, {
      removeChild: (child: Node) => removeChild.call(parent, found(parent, child)),
      insertBefore: (node: Node, before: Node | null) => insertBefore.call(parent, node, found(parent, before)),
    });
  };

  const changes = new MutationObserver((records) => {
    for (const { target } of records) standIns.get(target)?.replaceWith(target);
  });
  const replaced = new MutationObserver((records) => {
    for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of records)
      for (const text of removedNodes) {
        const standIn = [...addedNodes, previousSibling, nextSibling].find(isStandIn);
        // One that React itself removed has no stand-in; one within its stand-in is still written into where it is.
        if (!isText(text) || !standIn || text.parentNode === target) continue;
        standIns.set(text, standIn);
        guard(target);
        changes.observe(text, { characterData: true });
      }
  });
  replaced.observe(root, { childList: true, subtree: true });
  return () => {
    replaced.disconnect();
    changes.disconnect();
  };
}
