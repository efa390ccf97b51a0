package org.lianqiao.organizations;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.RowProblem;
import org.lianqiao.sheets.Uploads;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes enterprises in bulk from a sheet. New ones are known but not registered (未入驻); a known one takes over what the
 * sheet says; what a registered one says of itself is left alone. The same sheet twice is the same as once.
 */
@Service
@RequiredArgsConstructor
public class OrganizationImport {
    private static final int AT_ONCE = 2_000;
    private static final int SHOWN = 8;

    private final JdbcClient jdbc;
    private final Uploads uploads;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * What a sheet would bring.
     *
     * @param fresh new to the portal
     * @param known here, not registered: takes over what the sheet says
     * @param registered here by its own account: left alone
     * @param products named in all, and how many of them are in the catalogue
     */
    public record Preview(
            int rows,
            int fresh,
            int known,
            int registered,
            int products,
            int linked,
            List<RowProblem> problems,
            List<RowProblem> notes,
            List<Sample> sample) {}

    /** A row as the portal understands it. */
    public record Sample(
            int row, String name, String code, @Nullable String region, String industry, String products) {}

    /** What it brought. */
    public record Outcome(int fresh, int known, int registered, int leftOut) {}

    /** Whom a line means, where the portal already has it. */
    private record Match(int row, UUID id, boolean registered) {}

    /** @throws org.lianqiao.shared.Refused where the file is no such sheet */
    @Transactional(readOnly = true)
    public Preview preview(byte[] file) {
        var sheet = read(file);
        var matches = new ArrayList<Match>();
        for (var part : parts(sheet.lines())) matches.addAll(find(part).values());
        int registered = (int) matches.stream().filter(Match::registered).count();
        var products =
                sheet.lines().stream().flatMap(l -> l.products().stream()).toArray(String[]::new);
        int linked = jdbc.sql("""
                select count(*) from unnest(cast(:names as text[])) as p(name)
                 where exists (select from product_name n where n.key = product_key(p.name))
                    or exists (select from chain_node c where c.active and c.name_zh = p.name)
                """).param("names", products).query(Integer.class).single();
        return new Preview(
                sheet.rows(),
                sheet.lines().size() - matches.size(),
                matches.size() - registered,
                registered,
                products.length,
                linked,
                sheet.problems(),
                sheet.notes(),
                sheet.lines().stream()
                        .limit(SHOWN)
                        .map(OrganizationImport::sample)
                        .toList());
    }

    /** Takes over what was looked at, once. @throws org.lianqiao.shared.Refused where another click was first */
    @Transactional
    Outcome take(Uploads.Upload upload, Viewer by) {
        uploads.take(upload, clock.instant());
        return take(upload.content(), upload.fileName(), by);
    }

    /** Takes every row that can be read; the others are the preview's problems. */
    @Transactional
    public Outcome take(byte[] file, String fileName, Viewer by) {
        var sheet = read(file);
        jdbc.sql("select pg_advisory_xact_lock(hashtext('organization import'))")
                .query((row, n) -> 0)
                .list();
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        int fresh = 0;
        int registered = 0;
        for (var part : parts(sheet.lines())) {
            var matches = find(part);
            Map<Integer, UUID> ids = new HashMap<>();
            var unknown =
                    part.stream().filter(l -> !matches.containsKey(l.row())).toList();
            unknown.forEach(l -> ids.put(l.row(), Ids.next()));
            add(unknown, ids, by.accountId(), at);
            var known = part.stream()
                    .filter(l -> matches.containsKey(l.row())
                            && !Objects.requireNonNull(matches.get(l.row())).registered())
                    .toList();
            known.forEach(l -> ids.put(
                    l.row(), Objects.requireNonNull(matches.get(l.row())).id()));
            update(known, ids);
            fresh += unknown.size();
            registered += part.size() - unknown.size() - known.size();
            addProducts(part, ids);
            if (!ids.isEmpty()) events.publishEvent(new OrganizationsImported(List.copyOf(ids.values())));
        }
        var outcome = new Outcome(
                fresh,
                sheet.lines().size() - fresh - registered,
                registered,
                sheet.problems().size());
        events.publishEvent(new Recorded(
                by,
                "organization.import",
                "organization",
                null,
                fileName,
                "新增 %d，更新 %d".formatted(fresh, outcome.known())));
        return outcome;
    }

    private OrganizationSheet read(byte[] file) {
        Map<String, String> industries = new HashMap<>();
        jdbc.sql("select code, name_zh from industry_code").query(row -> {
            industries.put(row.getString(1), row.getString(1));
            industries.put(row.getString(2), row.getString(1));
            industries.put(row.getString(1) + " " + row.getString(2), row.getString(1));
        });
        return OrganizationSheet.read(file, new RegionNames(jdbc), industries);
    }

    private static List<List<OrganizationSheet.Line>> parts(List<OrganizationSheet.Line> lines) {
        var parts = new ArrayList<List<OrganizationSheet.Line>>();
        for (int from = 0; from < lines.size(); from += AT_ONCE)
            parts.add(lines.subList(from, Math.min(from + AT_ONCE, lines.size())));
        return parts;
    }

    /** By code; else by name, where one of both has no code. */
    private Map<Integer, Match> find(List<OrganizationSheet.Line> lines) {
        Map<Integer, Match> found = new HashMap<>();
        jdbc.sql("""
                with line as (select * from unnest(cast(:rows as int[]), cast(:keys as text[]), cast(:codes as text[])) as l(no, key, code))
                select distinct on (l.no) l.no, o.id, o.status <> 'KNOWN'
                  from line l join organization o on o.kind = 'ENTERPRISE'
                   and lower(regexp_replace(o.name, '[\\s()（）]', '', 'g')) = l.key and (o.uscc is null or l.code is null)
                 order by l.no, o.status = 'KNOWN', o.id
                """)
                .param("rows", lines.stream().map(OrganizationSheet.Line::row).toArray(Integer[]::new))
                .param("keys", column(lines, OrganizationSheet.Line::key))
                .param("codes", column(lines, OrganizationSheet.Line::code))
                .query((row, n) -> new Match(row.getInt(1), row.getObject(2, UUID.class), row.getBoolean(3)))
                .list()
                .forEach(m -> found.put(m.row(), m));
        jdbc.sql("""
                with line as (select * from unnest(cast(:rows as int[]), cast(:codes as text[])) as l(no, code))
                select l.no, o.id, o.status <> 'KNOWN' or o.kind <> 'ENTERPRISE' from line l join organization o on o.uscc = l.code
                """)
                .param("rows", lines.stream().map(OrganizationSheet.Line::row).toArray(Integer[]::new))
                .param("codes", column(lines, OrganizationSheet.Line::code))
                .query((row, n) -> new Match(row.getInt(1), row.getObject(2, UUID.class), row.getBoolean(3)))
                .list()
                .forEach(m -> found.put(m.row(), m));
        return found;
    }

    private void add(List<OrganizationSheet.Line> lines, Map<Integer, UUID> ids, @Nullable UUID by, OffsetDateTime at) {
        if (lines.isEmpty()) return;
        var columns = columns(lines, ids);
        columns.put("by", by);
        columns.put("at", at);
        jdbc.sql("""
                insert into organization (id, kind, name, short_name, uscc, stock_code, region_code, status, size, industry_code,
                    industry_text, profile, address, website, created_at, created_by)
                select id, 'ENTERPRISE', name, short_name, uscc, stock_code, region, 'KNOWN', size, industry, industry_text, profile,
                    address, website, :at, cast(:by as uuid) from (%s) l
                """.formatted(LINES)).params(columns).update();
    }

    private void update(List<OrganizationSheet.Line> lines, Map<Integer, UUID> ids) {
        if (lines.isEmpty()) return;
        jdbc.sql("""
                update organization o set short_name = coalesce(nullif(l.short_name, ''), o.short_name), uscc = coalesce(o.uscc, l.uscc),
                    stock_code = coalesce(l.stock_code, o.stock_code),
                    region_code = coalesce(l.region, o.region_code), size = coalesce(l.size, o.size),
                    industry_code = coalesce(l.industry, o.industry_code),
                    industry_text = coalesce(nullif(l.industry_text, ''), o.industry_text),
                    profile = coalesce(nullif(l.profile, ''), o.profile), address = coalesce(nullif(l.address, ''), o.address),
                    website = coalesce(nullif(l.website, ''), o.website), version = o.version + 1
                  from (%s) l where o.id = l.id and o.status = 'KNOWN'
                """.formatted(LINES)).params(columns(lines, ids)).update();
    }

    /** Products stand as the sheet writes them; by their spelling they are the catalogue's, and so are their nodes. */
    private void addProducts(List<OrganizationSheet.Line> lines, Map<Integer, UUID> ids) {
        var owners = new ArrayList<String>();
        var names = new ArrayList<String>();
        var positions = new ArrayList<Integer>();
        for (var line : lines) {
            var id = ids.get(line.row());
            if (id == null) continue;
            for (int i = 0; i < line.products().size(); i++) {
                owners.add(id.toString());
                names.add(line.products().get(i));
                positions.add(i);
            }
        }
        if (owners.isEmpty()) return;
        Map<String, Object> columns = new HashMap<>();
        columns.put("owners", owners.toArray(String[]::new));
        columns.put("names", names.toArray(String[]::new));
        columns.put("positions", positions.toArray(Integer[]::new));
        jdbc.sql("""
                insert into organization_product (organization_id, name, position)
                select * from unnest(cast(:owners as uuid[]), cast(:names as text[]), cast(:positions as int[])) on conflict do nothing
                """).params(columns).update();
        columns.remove("positions");
        jdbc.sql("""
                with made as (select * from unnest(cast(:owners as uuid[]), cast(:names as text[])) as m(owner, name))
                insert into organization_node (organization_id, node_id)
                select m.owner, p.node_id from made m join product_name n on n.key = product_key(m.name)
                  join product p on p.id = n.product_id where p.node_id is not null
                union
                select m.owner, c.id from made m join chain_node c on c.name_zh = m.name and c.active
                on conflict do nothing
                """).params(columns).update();
    }

    private static final String LINES = """
            select * from unnest(cast(:ids as uuid[]), cast(:names as text[]), cast(:shorts as text[]), cast(:codes as text[]),
                cast(:stocks as text[]), cast(:regions as text[]), cast(:sizes as text[]), cast(:industries as text[]), cast(:texts as text[]),
                cast(:profiles as text[]), cast(:addresses as text[]), cast(:websites as text[]))
                as l(id, name, short_name, uscc, stock_code, region, size, industry, industry_text, profile, address, website)
            """;

    private static Map<String, Object> columns(List<OrganizationSheet.Line> lines, Map<Integer, UUID> ids) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("ids", column(lines, l -> String.valueOf(ids.get(l.row()))));
        columns.put("names", column(lines, OrganizationSheet.Line::name));
        columns.put("shorts", column(lines, OrganizationSheet.Line::shortName));
        columns.put("codes", column(lines, OrganizationSheet.Line::code));
        columns.put("stocks", column(lines, OrganizationSheet.Line::stockCode));
        columns.put("regions", column(lines, OrganizationSheet.Line::region));
        columns.put("sizes", column(lines, OrganizationSheet.Line::size));
        columns.put("industries", column(lines, OrganizationSheet.Line::industry));
        columns.put("texts", column(lines, OrganizationSheet.Line::industryText));
        columns.put("profiles", column(lines, OrganizationSheet.Line::profile));
        columns.put("addresses", column(lines, OrganizationSheet.Line::address));
        columns.put("websites", column(lines, OrganizationSheet.Line::website));
        return columns;
    }

    private static @Nullable String[] column(
            List<OrganizationSheet.Line> lines, Function<OrganizationSheet.Line, @Nullable String> value) {
        return lines.stream().map(value).toArray(String[]::new);
    }

    private static Sample sample(OrganizationSheet.Line line) {
        return new Sample(
                line.row(),
                line.name(),
                Objects.requireNonNullElse(line.code(), ""),
                line.region(),
                line.industry() == null ? line.industryText() : line.industry(),
                String.join("、", line.products()));
    }
}
