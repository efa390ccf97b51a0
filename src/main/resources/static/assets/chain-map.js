// Draws a chain from the table on the same page: one truth, and the page is whole without this. Wide screens only; a phone
// reads the table's cards. The nodes' places come from the server.
(() => {
  const holder = document.querySelector("[data-chain-map]");
  const table = holder && document.getElementById(holder.dataset.chainMap);
  const wide = window.matchMedia("(min-width: 901px)");
  if (!table) return;

  const GAP = 44;
  const PITCH = 84;
  const HEAD = 36;
  const EDGE = 2;
  const LATIN = document.documentElement.lang === "en";
  const canvas = holder.querySelector(".canvas");
  const columns = Number(holder.dataset.columns);
  const nodes = [...table.querySelectorAll("tr[data-column]")].map((row) => ({
    id: row.id,
    name: row.dataset.name,
    brief: row.dataset.brief ?? "",
    state: row.dataset.state,
    stream: row.dataset.stream,
    column: Number(row.dataset.column),
    row: Number(row.dataset.row),
    rows: Number(row.dataset.rows),
    feeds: (row.dataset.feeds ?? "").split(" ").filter(Boolean),
  }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges = nodes.flatMap((node) => node.feeds.filter((id) => byId.has(id)).map((id) => ({ from: node, to: byId.get(id) })));
  let chart;
  let look;
  let hot;
  let streams = [];

  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const readLook = () => {
    const paper = token("--paper"), ink = token("--ink"), quiet = token("--ink-2"), canal = token("--canal"), seal = token("--seal"), tint = token("--canal-tint");
    return {
      edge: canal,
      quiet,
      rule: token("--line"),
      font: getComputedStyle(document.body).fontFamily,
      STRONG: { fill: canal, stroke: canal, text: paper, sub: paper },
      COVERED: { fill: tint, stroke: canal, text: ink, sub: quiet },
      GAP: { fill: paper, stroke: seal, dash: [5, 4], text: seal, sub: quiet },
      VACANT: { fill: paper, stroke: quiet, dash: [1.5, 3], text: quiet, sub: quiet },
    };
  };

  // A name that does not fit in one line is broken, never cut.
  const broken = (name, most) => {
    if ([...name].length <= most) return name;
    const glue = name.includes(" ") ? " " : "";
    const lines = [""];
    for (const word of glue ? name.split(glue) : name) {
      const last = lines[lines.length - 1];
      const next = last ? last + glue + word : word;
      if (last && [...next].length > most) lines.push(word);
      else lines[lines.length - 1] = next;
    }
    return lines.join("\n");
  };

  const place = () => {
    const wideEnough = canvas.clientWidth - 2 * EDGE;
    const card = Math.min(184, (wideEnough + GAP) / columns - GAP);
    const tall = canvas.clientHeight - HEAD - EDGE;
    const tightest = Math.min(PITCH, ...nodes.map((node) => tall / node.rows));
    for (const node of nodes) {
      const pitch = Math.min(tall / node.rows, PITCH);
      node.w = card;
      node.h = Math.min(LATIN ? 58 : 50, tightest - 8);
      node.x = EDGE + (columns === 1 ? 0 : (node.column * (wideEnough - card)) / (columns - 1));
      node.y = HEAD + tall / 2 + pitch * (node.row + 0.5 - node.rows / 2) - node.h / 2;
    }
    streams = [...new Set(nodes.map((node) => node.stream))].map((name) => {
      const own = nodes.filter((node) => node.stream === name);
      return { name, from: Math.min(...own.map((node) => node.x)), to: Math.max(...own.map((node) => node.x + node.w)) };
    });
  };

  const head = (params) => {
    const { name, from, to } = streams[params.dataIndex];
    return {
      type: "group",
      silent: true,
      children: [
        { type: "text", style: { text: name, x: from, y: 0, fill: look.quiet, fontSize: 13, fontWeight: 600, fontFamily: look.font } },
        { type: "line", shape: { x1: from, y1: 20, x2: to, y2: 20 }, style: { stroke: look.rule, lineWidth: 1 } },
      ],
    };
  };

  const isJoined = (node) => !hot || node === hot || edges.some((e) => (e.from === hot && e.to === node) || (e.to === hot && e.from === node));

  const edge = (params) => {
    const { from, to } = edges[params.dataIndex];
    const back = to.column <= from.column;
    const x1 = back ? from.x : from.x + from.w, x2 = back ? to.x + to.w : to.x;
    const y1 = from.y + from.h / 2, y2 = to.y + to.h / 2;
    const bend = back ? -80 : Math.max(24, (x2 - x1) / 2);
    const lit = hot && (from === hot || to === hot);
    const opacity = hot ? (lit ? 1 : 0.08) : 0.4;
    return {
      type: "bezierCurve",
      shape: { x1, y1, x2, y2, cpx1: x1 + bend, cpy1: y1, cpx2: x2 - bend, cpy2: y2 },
      style: { fill: null, stroke: look.edge, lineWidth: lit ? 2 : 1.25, opacity, lineDash: back ? [5, 4] : null },
      silent: true,
    };
  };

  const card = (params) => {
    const node = nodes[params.dataIndex];
    const style = look[node.state];
    const opacity = isJoined(node) ? 1 : 0.3;
    const letters = Math.max(5, Math.floor((node.w - 12) / (LATIN ? 6.6 : 14)));
    const text = (words, y, fill, fontSize, fontWeight) => ({ type: "text", silent: true, style: { text: words, x: node.x + node.w / 2, y, fill, opacity, fontSize, fontWeight, fontFamily: look.font, lineHeight: fontSize + 3, align: "center", verticalAlign: "middle" } });
    const middle = node.y + node.h / 2;
    const parts = [
      { type: "rect", shape: { x: node.x, y: node.y, width: node.w, height: node.h, r: 6 }, style: { fill: token("--paper"), opacity: 1 }, silent: true },
      { type: "rect", shape: { x: node.x, y: node.y, width: node.w, height: node.h, r: 6 }, style: { fill: style.fill, stroke: style.stroke, lineWidth: node === hot ? 2.5 : 1.5, lineDash: style.dash, opacity } },
      text(broken(node.name, letters), node.brief ? middle - 9 : middle, style.text, LATIN ? 12 : 14, 600),
    ];
    if (node.brief) parts.push(text(node.brief, middle + (LATIN ? 17 : 13), style.sub, LATIN ? 11 : 12, 400));
    return { type: "group", children: parts };
  };

  const draw = () => {
    look = readLook();
    canvas.dataset.rows = Math.min(16, Math.max(...nodes.map((node) => node.rows)));
    chart.resize();
    place();
    paint();
  };

  const paint = () => {
    const drawn = (renderItem, data, z) => ({ type: "custom", coordinateSystem: "none", renderItem, data, z, animation: false, clip: false });
    chart.setOption({ series: [drawn(head, streams.map(() => 0), 0), drawn(edge, edges.map(() => 0), 1), drawn(card, nodes.map(() => 0), 2)] }, { replaceMerge: ["series"], lazyUpdate: false });
  };

  const warm = (node) => {
    if (hot === node) return;
    hot = node;
    canvas.classList.toggle("pointing", Boolean(node));
    paint();
  };

  const start = () => {
    if (chart || !wide.matches) return;
    const library = document.createElement("script");
    library.src = holder.dataset.echarts;
    library.onload = () => {
      holder.classList.add("drawn");
      chart = window.echarts.init(canvas, null, { renderer: "canvas" });
      draw();
      chart.on("mouseover", { seriesIndex: 2 }, (event) => warm(nodes[event.dataIndex]));
      chart.on("mouseout", { seriesIndex: 2 }, () => warm(undefined));
      chart.on("click", { seriesIndex: 2 }, (event) => {
        location.hash = nodes[event.dataIndex].id;
      });
      let waiting;
      new ResizeObserver(() => {
        clearTimeout(waiting);
        waiting = setTimeout(() => wide.matches && draw(), 100);
      }).observe(holder);
    };
    document.head.append(library);
  };

  start();
  wide.addEventListener("change", start);
})();
