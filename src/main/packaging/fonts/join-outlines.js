// Joins overlapping outlines: reads glyphs as JSON from standard input, writes them likewise. Called by join-outlines.py.
const fs = require('fs');
const where = require.resolve('pathkit-wasm/bin/pathkit.wasm');
require('pathkit-wasm/bin/pathkit.js')({wasmBinary: fs.readFileSync(where)}).then(kit => {
  const verbs = {M: kit.MOVE_VERB, L: kit.LINE_VERB, Q: kit.QUAD_VERB, Z: kit.CLOSE_VERB};
  const names = Object.fromEntries(Object.entries(verbs).map(([name, verb]) => [verb, name]));
  const glyphs = JSON.parse(fs.readFileSync(0));
  for (const glyph in glyphs) {
    const path = kit.FromCmds(glyphs[glyph].map(([name, ...points]) => [verbs[name], ...points]));
    path.setFillType(kit.FillType.WINDING);
    if (!path.simplify()) {
      throw new Error('cannot join ' + glyph);
    }
    glyphs[glyph] = path.toCmds().map(([verb, ...points]) => [names[verb], ...points]);
    path.delete();
  }
  process.stdout.write(JSON.stringify(glyphs));
});
