// Draws the funnel beside its table, and makes pictures of tables: the numbers are read from the page, which is whole without this.
(() => {
  const own = document.currentScript;
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const font = getComputedStyle(document.body).fontFamily;
  const cell = (td) => td.textContent.replace(/\s+/g, " ").trim();

  let loading;
  const echarts = () => (loading ??= new Promise((done, failed) => {
    const library = document.createElement("script");
    library.src = own.dataset.echarts;
    library.onload = () => done(window.echarts);
    library.onerror = failed;
    document.head.append(library);
  }));

  const funnel = () => {
    const rows = [...document.querySelectorAll("#table-funnel tr[data-value]")];
    const data = rows.map((row) => ({ name: row.dataset.name, value: Number(row.dataset.value) }));
    const paints = ["#174a63", "#1d5c7a", "#2c7894", "#4b8fa8", "#6fa7bb", "#97c0cf"];
    return {
      color: paints,
      textStyle: { fontFamily: font },
      series: [{ type: "funnel", left: 8, right: 8, top: 8, bottom: 8, sort: "none", minSize: "12%", gap: 3, data, animation: false,
        label: { position: "inside", formatter: "{b} {c}", color: "#fff", fontSize: 13, textBorderColor: "#174a63", textBorderWidth: 2 } }],
    };
  };

  const heat = () => {
    const table = document.getElementById("table-heat");
    const regions = [...table.tHead.rows[0].cells].slice(1).map(cell);
    const rows = [...table.tBodies[0].rows].reverse();
    const chains = rows.map((row) => cell(row.cells[0]));
    const data = rows.flatMap((row, y) => [...row.cells].slice(1).map((td, x) => [x, y, Number(cell(td))]));
    return {
      textStyle: { fontFamily: font }, backgroundColor: css("--paper"), animation: false,
      grid: { left: 190, right: 24, top: 40, bottom: 24 },
      xAxis: { type: "category", data: regions, position: "top", axisLabel: { color: css("--ink") } },
      yAxis: { type: "category", data: chains, axisLabel: { color: css("--ink"), width: 170, overflow: "break" } },
      visualMap: { show: false, min: 0, max: Math.max(1, ...data.map((d) => d[2])), inRange: { color: ["#f5f7f9", "#1d5c7a"] } },
      series: [{ type: "heatmap", data, label: { show: true, textBorderColor: "#fff", textBorderWidth: 2, color: "#1f2a37" }, itemStyle: { borderColor: "#fff", borderWidth: 2 } }],
    };
  };

  const map = () => {
    const places = [...document.querySelectorAll("#flow-map .place")].map((dot) => ({
      name: dot.parentNode.querySelector(".place-name").textContent,
      value: dot.parentNode.querySelector(".place-n").textContent,
      x: Number(dot.getAttribute("cx")), y: Number(dot.getAttribute("cy")), symbolSize: 68,
    }));
    const lines = [...document.querySelectorAll("#table-map tr[data-value]")].map((row) => ({
      source: row.dataset.from, target: row.dataset.to, value: row.dataset.value,
      lineStyle: { width: Number(row.dataset.weight), color: "#6fa7bb" }, label: { show: true, formatter: "{c}", fontSize: 14, color: "#1f2a37", backgroundColor: "#fff", padding: 3 },
    }));
    return {
      backgroundColor: css("--paper"), textStyle: { fontFamily: font }, animation: false,
      series: [{ type: "graph", layout: "none", data: places, links: lines, left: 60, right: 60, top: 50, bottom: 60,
        itemStyle: { color: "#1d5c7a" }, label: { show: true, position: "bottom", formatter: "{b}  {c}", color: css("--ink"), fontSize: 14 } }],
    };
  };

  const drawings = { funnel, heat, map };

  const draw = async (holder) => {
    const library = await echarts();
    holder.classList.add("drawn");
    const chart = library.init(holder, null, { renderer: "canvas" });
    chart.setOption(drawings[holder.dataset.chart]());
    let waiting;
    new ResizeObserver(() => {
      clearTimeout(waiting);
      waiting = setTimeout(() => chart.resize(), 100);
    }).observe(holder);
  };

  const picture = async (key) => {
    const library = await echarts();
    const rows = document.querySelectorAll(`#table-${key} tbody tr`).length;
    const chart = library.init(null, null, { renderer: "canvas", width: 900, height: key === "heat" ? 90 + 40 * rows : 520, devicePixelRatio: 2 });
    chart.setOption({ ...drawings[key](), backgroundColor: css("--paper") });
    const link = document.createElement("a");
    link.href = chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: css("--paper") });
    link.download = `${document.querySelector("h1").textContent}-${key}.png`;
    link.click();
    chart.dispose();
  };

  const copy = async (button) => {
    const table = document.getElementById(button.dataset.copyTable);
    const text = [...table.rows].map((row) => [...row.cells].map(cell).join("\t")).join("\n");
    await navigator.clipboard.writeText(text);
    button.textContent = button.dataset.done;
  };

  document.querySelectorAll("[data-chart]").forEach(draw);
  document.addEventListener("click", (event) => {
    const table = event.target.closest("[data-copy-table]");
    const image = event.target.closest("[data-picture]");
    if (table) copy(table);
    else if (image) picture(image.dataset.picture);
  });
})();
