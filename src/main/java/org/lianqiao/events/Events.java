package org.lianqiao.events;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Numbers;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Option;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of events. An office that hosts one edits it; one that only helps (协办) reads the draft and may not. The
 * writer's own office is always a host, so that nobody locks himself out.
 */
@Service
@RequiredArgsConstructor
class Events {
    /** What is dated outside these years is a slip of the hand. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2099;

    private final JdbcClient jdbc;
    private final EventQueries queries;
    private final Catalogue catalogue;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;

    /** Who can host: offices and associations that are registered. */
    @Transactional(readOnly = true)
    List<Option> possibleHosts() {
        return jdbc.sql("""
                select o.id::text as value, coalesce(nullif(o.short_name, ''), o.name) as label from organization o
                  left join region r on r.code = o.region_code
                 where o.kind in ('OFFICE', 'ASSOCIATION') and o.status = 'REGISTERED' and o.platform_role is null
                 order by o.kind desc, r.position nulls last, o.name limit 200
                """).query(Option.class).list();
    }

    @Transactional
    UUID open(EventForm form, Viewer officer) {
        officer.require(officer.isOfficer());
        check(form);
        var id = Ids.next();
        var number = numbers.next(Numbers.Kind.EVENT);
        write(jdbc.sql("""
                insert into event (id, number, kind, name_zh, name_en, summary_zh, summary_en, region_code, place_zh, place_en,
                    starts_at, ends_at, capacity, published, created_by, created_at)
                values (:id, :number, :kind, :nameZh, :nameEn, :summaryZh, :summaryEn, :region, :placeZh, :placeEn,
                    :starts, :ends, :capacity, :published, :by, now())
                """), form)
                .param("id", id)
                .param("number", number)
                .param("by", officer.account())
                .update();
        around(id, form, officer);
        events.publishEvent(new Recorded(officer, "event.open", "event", id, number, shown(form)));
        tellHosts(id, form, List.of(), officer);
        return id;
    }

    /** @throws EditedMeanwhile where somebody saved since the form was made */
    @Transactional
    void edit(UUID id, EventForm form, Viewer officer) {
        var event = queries.page(id, officer).orElseThrow(NotFound::new);
        officer.require(event.mayEdit());
        check(form);
        checkSeats(id, form);
        int saved = write(jdbc.sql("""
                update event set kind = :kind, name_zh = :nameZh, name_en = :nameEn, summary_zh = :summaryZh,
                       summary_en = :summaryEn, region_code = :region, place_zh = :placeZh, place_en = :placeEn,
                       starts_at = :starts, ends_at = :ends, capacity = :capacity, published = :published,
                       version = version + 1 where id = :id and version = :seen
                """), form)
                .param("id", id)
                .param("seen", form.version() == null ? -1 : form.version())
                .update();
        if (saved == 0) throw new EditedMeanwhile();
        jdbc.sql("delete from event_host where event_id = ?").param(id).update();
        jdbc.sql("delete from event_chain where event_id = ?").param(id).update();
        around(id, form, officer);
        events.publishEvent(new Recorded(officer, "event.edit", "event", id, event.number(), shown(form)));
        events.publishEvent(new SeatsChanged(id));
        tellHosts(id, form, event.hosts().stream().map(EventPage.Host::id).toList(), officer);
    }

    private static String shown(EventForm form) {
        return form.isPublished() ? "published" : "draft";
    }

    private void check(EventForm form) {
        var starts = Objects.requireNonNull(form.starts());
        var ends = Objects.requireNonNull(form.ends());
        if (isSlip(starts)) throw Refused.at("starts", "events.time.range");
        if (isSlip(ends)) throw Refused.at("ends", "events.time.range");
        if (!ends.isAfter(starts)) throw Refused.at("ends", "events.ends.before");
        if (!catalogue.hasRegion(form.regionCode())) throw Refused.at("regionCode", "events.required.region");
        var known =
                possibleHosts().stream().map(o -> UUID.fromString(o.value())).toList();
        if (!known.containsAll(form.hosts())) throw Refused.at("hosts", "events.hosts.unknown");
        if (!known.containsAll(form.coHosts())) throw Refused.at("coHosts", "events.hosts.unknown");
        if (form.chains().stream().anyMatch(c -> catalogue.chainName(c).isEmpty()))
            throw Refused.at("chains", "events.chains.unknown");
    }

    /** Seats that are given cannot be taken away by a smaller number; the row is held until the change stands. */
    private void checkSeats(UUID id, EventForm form) {
        int taken = jdbc.sql("select seats_taken from event where id = ? for update")
                .param(id)
                .query(Integer.class)
                .single();
        if (form.capacity() != null && form.capacity() < taken)
            throw Refused.at("capacity", "events.capacity.taken", taken);
    }

    private static boolean isSlip(LocalDateTime time) {
        return time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR;
    }

    private static JdbcClient.StatementSpec write(JdbcClient.StatementSpec statement, EventForm form) {
        return statement
                .param("kind", Objects.requireNonNull(form.kind()).name())
                .param("nameZh", form.nameZh())
                .param("nameEn", form.nameEn())
                .param("summaryZh", form.summaryZh())
                .param("summaryEn", form.summaryEn())
                .param("region", form.regionCode())
                .param("placeZh", form.placeZh())
                .param("placeEn", form.placeEn())
                .param("starts", at(form.starts()))
                .param("ends", at(form.ends()))
                .param("capacity", form.capacity(), java.sql.Types.INTEGER)
                .param("published", form.isPublished());
    }

    private static OffsetDateTime at(@Nullable LocalDateTime time) {
        return Objects.requireNonNull(time).atZone(Time.ZONE).toOffsetDateTime();
    }

    /** Hosts and chains, as the form has them; who is both host and co-host hosts. */
    private void around(UUID id, EventForm form, Viewer officer) {
        int position = 0;
        for (var host : hosts(form, officer)) host(id, host, HostRole.HOST, position++);
        for (var helper : form.coHosts()) host(id, helper, HostRole.CO_HOST, position++);
        for (var chain : form.chains())
            jdbc.sql("insert into event_chain (event_id, chain_id) values (?, ?)")
                    .params(id, chain)
                    .update();
    }

    private static List<UUID> hosts(EventForm form, Viewer officer) {
        return form.hosts().contains(officer.organization())
                ? form.hosts()
                : Stream.concat(Stream.of(officer.organization()), form.hosts().stream())
                        .toList();
    }

    private void host(UUID event, UUID organization, HostRole role, int position) {
        jdbc.sql("""
                insert into event_host (event_id, organization_id, role, position) values (?, ?, ?, ?)
                on conflict (event_id, organization_id) do nothing
                """).params(event, organization, role.name(), position).update();
    }

    private void tellHosts(UUID id, EventForm form, List<UUID> before, Viewer officer) {
        Stream.concat(form.hosts().stream(), form.coHosts().stream())
                .distinct()
                .filter(o -> !o.equals(officer.organization()) && !before.contains(o))
                .forEach(o -> events.publishEvent(Notice.toHolders(
                        o,
                        Set.of(Role.OFFICER, Role.LEAD, Role.MANAGER),
                        "events.notice.host",
                        "/events/" + id,
                        officer.organizationName(),
                        form.nameZh())));
    }
}
