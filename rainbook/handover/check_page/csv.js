// Reads a table of a bundle (RFC 4180, UTF-8) and gives each cell back as it was before it was made
// harmless.
// What a reader would get wrong: only a column named in apostrophe_added_in loses its first
// apostrophe.
const LARGEST_TABLE = 400 * 2 ** 20;

// Each row as an object by column; Fault when a quoted cell never ends or a row has another number
// of cells.
function* readTable(source) {
  let header = null;
  for (const cells of csvRows(source.replace(/^\ufeff/, ""))) {
    if (!header) {
      header = cells;
      continue;
    }
    if (cells.length !== header.length)
      throw new Fault("a row has another number of cells than the first");
    const row = new Map(header.map((name, n) => [name, cells[n]]));
    const marks = (row.get("apostrophe_added_in") ?? "").split(";");
    yield (column) => exactCell(row.get(column), column, marks);
  }
}

function exactCell(cell, column, marks) {
  if (cell === undefined) throw new Fault(`the column ${column} is not there`);
  return marks.includes(column) && cell.startsWith("'") ? cell.slice(1) : cell;
}

function* csvRows(source) {
  let cells = [];
  let at = 0;
  while (at < source.length) {
    let cell;
    [cell, at] = source[at] === '"' ? quotedCell(source, at) : plainCell(source, at);
    cells.push(cell);
    if (source[at] === ",") {
      at++;
      if (at === source.length) cells.push("");
    } else {
      yield cells;
      cells = [];
      at += source.startsWith("\r\n", at) ? 2 : 1;
    }
  }
  if (cells.length) yield cells;
}

const CELL_ENDS = /[,\r\n]/g;

function plainCell(source, at) {
  CELL_ENDS.lastIndex = at;
  const end = CELL_ENDS.exec(source)?.index ?? source.length;
  return [source.slice(at, end), end];
}

function quotedCell(source, at) {
  let made = "";
  for (let from = at + 1; ;) {
    const end = source.indexOf('"', from);
    if (end < 0) throw new Fault("a cell begins with a quotation mark and never ends");
    made += source.slice(from, end);
    if (source[end + 1] !== '"') return [made, end + 1];
    made += '"';
    from = end + 2;
  }
}

async function tableOf(file) {
  if (file.size > LARGEST_TABLE) throw new Cannot("the table is too large for this page");
  return readTable(new TextDecoder().decode(await file.arrayBuffer()));
}

const wholeNumber = (cell) =>
  /^(0|[1-9][0-9]{0,15})$/.test(cell) ? Number(cell) : misNumbered(cell);

function misNumbered() {
  throw new Fault("a table has a number that is none");
}
