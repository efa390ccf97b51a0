package org.lianqiao.projects;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Area;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.SheetColumn;
import org.lianqiao.sheets.SheetFormat;
import org.lianqiao.sheets.SheetHead;
import org.lianqiao.sheets.SheetWriter;
import org.lianqiao.web.Choices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The library as a sheet: what the list shows to this officer and no more, row by row from the database to the stream, and
 * recorded before the first row leaves. The enterprise stands in it for those inside alone.
 */
@Service
@RequiredArgsConstructor
class LibraryExport {
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Choices choices;
    private final ApplicationEventPublisher events;

    /** @param ids a selection; all that the filter finds where empty */
    record Wanted(ProjectFilter filter, Counting counting, List<UUID> ids, SheetFormat format) {}

    /** @throws Refused where nothing would go out */
    @Transactional
    public void record(Wanted wanted, Viewer officer) {
        int rows = jdbc.sql("select count(*)" + from(wanted, officer))
                .params(values(wanted, officer))
                .query(Integer.class)
                .single();
        if (rows == 0) throw new Refused("projects.export.nothing");
        events.publishEvent(
                new Recorded(officer, "library.export", "library", null, rows + " 条", wanted.format.extension()));
    }

    @Transactional(readOnly = true)
    public void write(Wanted wanted, Viewer officer, OutputStream out) throws IOException {
        var head = new SheetHead(choices.text("projects.export.sheet"), "", "", columns());
        try (var sheet = SheetWriter.open(wanted.format, out, head)) {
            jdbc.sql("""
                    select p.number, p.name, p.chain_id, p.node_id, p.publication, p.updated_at::date as updated, h.name as holder, """
                            + LibraryReader.INSIDE + """
                     as inside, o.name as enterprise,
                           (select sum(amount_yuan) from project_site s where s.project_id = p.id) as amount,
                           (select sum(area_sqm) from project_site s where s.project_id = p.id) as area,
                           (select min(signed_on) from project_count c where c.project_id = p.id) as signed,
                           (select string_agg(s.function || ' ' || s.region_code || ' ' || s.stage, ',' order by s.position) from project_site s where s.project_id = p.id) as sites
                    """
                            + from(wanted, officer)
                                    .replace(
                                            " from project p ",
                                            " from project p join organization h on h.id = p.holder_office_id left join organization o on o.id = p.organization_id ")
                            + " order by p.updated_at desc, p.id desc")
                    .params(values(wanted, officer))
                    .withFetchSize(AT_ONCE)
                    .query(row -> {
                        try {
                            sheet.row(cells(row));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String from(Wanted wanted, Viewer officer) {
        var selected = wanted.ids.isEmpty() ? "" : " and p.id in (:ids)";
        return " from project p where " + LibraryReader.SEES + " and " + wanted.filter.where() + " and "
                + wanted.counting.where(officer) + selected;
    }

    private static Map<String, Object> values(Wanted wanted, Viewer officer) {
        var values = wanted.filter.values();
        values.putAll(wanted.counting.values(officer));
        values.putAll(LibraryReader.of(officer));
        if (!wanted.ids.isEmpty()) values.put("ids", wanted.ids);
        return values;
    }

    private List<SheetColumn> columns() {
        return List.of(
                column("projects.column.number", SheetColumn.Kind.TEXT, 18),
                column("projects.name", SheetColumn.Kind.TEXT, 40),
                column("projects.enterprise", SheetColumn.Kind.TEXT, 34),
                column("projects.chain", SheetColumn.Kind.TEXT, 18),
                column("projects.node", SheetColumn.Kind.TEXT, 18),
                column("projects.sites", SheetColumn.Kind.PROSE, 40),
                column("projects.column.stage", SheetColumn.Kind.TEXT, 10),
                column("projects.column.amount", SheetColumn.Kind.NUMBER, 16),
                column("projects.column.area", SheetColumn.Kind.NUMBER, 12),
                column("projects.column.signed", SheetColumn.Kind.DATE, 12),
                column("projects.column.holder", SheetColumn.Kind.TEXT, 28),
                column("projects.publication", SheetColumn.Kind.TEXT, 12),
                column("projects.column.updated", SheetColumn.Kind.DATE, 12));
    }

    private SheetColumn column(String key, SheetColumn.Kind kind, int width) {
        return new SheetColumn(choices.text(key), kind, width);
    }

    private List<@Nullable Object> cells(ResultSet row) throws SQLException {
        var sites = row.getString("sites");
        var homes = sites == null ? new String[0] : sites.split(",");
        var amount = Money.ofYuan(row.getBigDecimal("amount"));
        var area = Area.ofSquareMetres(row.getBigDecimal("area"));
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.getString("number"));
        cells.add(row.getString("name"));
        cells.add(row.getBoolean("inside") ? row.getString("enterprise") : null);
        cells.add(catalogue.chainName(row.getObject("chain_id", UUID.class)));
        cells.add(catalogue.nodeName(row.getObject("node_id", UUID.class)));
        cells.add(Arrays.stream(homes).map(this::place).collect(Collectors.joining("、")));
        cells.add(furthest(homes));
        cells.add(amount == null ? null : amount.wan());
        cells.add(area == null ? null : area.mu());
        cells.add(row.getObject("signed", LocalDate.class));
        cells.add(row.getString("holder"));
        cells.add(choices.label(Publication.valueOf(row.getString("publication"))));
        cells.add(row.getObject("updated", LocalDate.class));
        return cells;
    }

    private String place(String home) {
        var parts = home.split(" ");
        return choices.label(SiteFunction.valueOf(parts[0])) + " " + catalogue.regionName(parts[1]);
    }

    private String furthest(String[] homes) {
        return Arrays.stream(homes)
                .map(h -> SiteStage.valueOf(h.split(" ")[2]))
                .max(SiteStage::compareTo)
                .map(choices::label)
                .orElse("");
    }
}
