package org.lianqiao.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.lianqiao.events.EventFinder;
import org.lianqiao.events.guests.Guest;
import org.lianqiao.events.guests.GuestLinks;
import org.lianqiao.events.guests.Guests;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The minute before a matchmaking begins: 150 guests open their schedules by their links while six phones at the door scan
 * their badges and check them in. Prints how long it took and what was lost. It starts a portal of its own.
 */
public final class EventDayBench {
    private static final int GUESTS = 150;
    private static final int PHONES_AT_THE_DOOR = 6;
    private static final int ROUNDS = 8;
    private static final int GUESTS_AT_ONCE = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern GUEST = Pattern.compile("name=\"guest\" value=\"([0-9a-f-]{36})\"");

    private final URI portal;
    private final JdbcClient jdbc;
    private final UUID event = UUID.randomUUID();
    private final List<Long> took = java.util.Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failed = new AtomicInteger();

    private EventDayBench(URI portal, JdbcClient jdbc) {
        this.portal = portal;
        this.jdbc = jdbc;
    }

    public static void main(String[] args) throws Exception {
        try (var portal = new Portal("--lianqiao.demo=true")) {
            var port = portal.get(Environment.class).getRequiredProperty("local.server.port");
            new EventDayBench(URI.create("http://localhost:" + port), portal.get(JdbcClient.class)).run(portal);
        }
    }

    private void run(Portal beans) throws Exception {
        prepare();
        var links = beans.get(GuestLinks.class);
        var brief = beans.get(EventFinder.class).linked(event);
        var guests = beans.get(Guests.class).confirmed(event);
        long began = System.nanoTime();
        var opening = Executors.newFixedThreadPool(GUESTS_AT_ONCE);
        var door = Executors.newFixedThreadPool(PHONES_AT_THE_DOOR);
        var phones = ThreadLocal.withInitial(this::signedIn);
        var doing = new ArrayList<java.util.concurrent.Future<Boolean>>();
        for (Guest guest : guests) {
            doing.add(opening.submit(timed(() -> new Visitor()
                    .get(links.path(GuestLinks.Purpose.OWN, guest, brief))
                    .contains("<ol class=\"own-meets\">"))));
            doing.add(door.submit(
                    timed(() -> checksIn(phones.get(), links.path(GuestLinks.Purpose.DOOR, guest, brief)))));
        }
        for (var one : doing) if (!one.get()) failed.incrementAndGet();
        double seconds = (System.nanoTime() - began) / 1e9;
        opening.shutdown();
        door.shutdown();
        print(seconds);
    }

    private Callable<Boolean> timed(Callable<Boolean> deed) {
        return () -> {
            long began = System.nanoTime();
            boolean done;
            try {
                done = deed.call();
            } catch (IOException lost) {
                done = false;
            }
            took.add(System.nanoTime() - began);
            return done;
        };
    }

    private boolean checksIn(Visitor phone, String badge) throws IOException, InterruptedException {
        var page = phone.get(badge);
        var guest = GUEST.matcher(page);
        return guest.find() && phone.post("/events/" + event + "/check-ins", "guest=" + guest.group(1), page) == 200;
    }

    private Visitor signedIn() {
        try {
            var phone = new Visitor();
            var form = "login=xh-officer&password=" + URLEncoder.encode("Lianqiao#2026", StandardCharsets.UTF_8);
            phone.post("/sign-in", form, phone.get("/sign-in"));
            return phone;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void print(double seconds) {
        var times = took.stream().sorted().toList();
        int here = number("select count(*) from event_guest where event_id = ? and checked_in_at is not null");
        int recorded = number("select count(*) from audit_entry where action = 'event.checkIn' and entity_id = ?");
        System.out.println("guests  phones  seconds  p50 ms  p95 ms  failed  here  recorded");
        System.out.printf(
                "%6d %7d %8.1f %7.0f %7.0f %7d %5d %9d  %s%n",
                GUESTS,
                PHONES_AT_THE_DOOR,
                seconds,
                times.get(times.size() / 2) / 1e6,
                times.get(times.size() * 95 / 100) / 1e6,
                failed.get(),
                here,
                recorded,
                here == GUESTS && recorded == GUESTS && failed.get() == 0 && seconds < 60
                        ? "nothing lost"
                        : "NOT GOOD");
    }

    private int number(String sql) {
        return jdbc.sql(sql).param(event).query(Integer.class).single();
    }

    /** An event that begins in ten minutes, its guests, and a published schedule in which everybody meets eight others. */
    private void prepare() {
        jdbc.sql("""
                insert into event (id, number, kind, name_zh, starts_at, ends_at, published, registration, created_at, seats_taken, capacity,
                       last_guest_number)
                values (?, 'BENCH', 'MATCHMAKING', '示例·一百五十人对接会', now() + interval '10 minutes', now() + interval '4 hours', true, 'OPEN',
                       now(), 150, 150, 150)
                """).param(event).update();
        jdbc.sql("""
                insert into event_host (event_id, organization_id, role)
                select ?, m.organization_id, 'HOST' from account a join membership m on m.id = a.current_membership_id where a.login = 'xh-officer'
                """).param(event).update();
        jdbc.sql("""
                insert into event_guest (id, event_id, number, organization_name, name, phone, source, state, registered_at)
                select gen_random_uuid(), ?, n, '示例·来宾' || n || '公司', '来宾' || n, '+8613722' || lpad(n::text, 6, '0'), 'IMPORT', 'CONFIRMED', now()
                  from generate_series(1, 150) n
                """).param(event).update();
        jdbc.sql("""
                insert into event_slot (id, event_id, position, starts_at, ends_at)
                select gen_random_uuid(), ?, n, now() + n * interval '20 minutes', now() + n * interval '20 minutes' + interval '15 minutes'
                  from generate_series(1, 8) n
                """).param(event).update();
        jdbc.sql("""
                insert into event_table (id, event_id, position, label)
                select gen_random_uuid(), ?, n, n::text from generate_series(1, 75) n
                """).param(event).update();
        var schedule = UUID.randomUUID();
        jdbc.sql("""
                insert into event_schedule (id, event_id, number, state, started_at, started_by, told_at, finished_at, published_at)
                values (?, ?, 1, 'PUBLISHED', now(), (select id from account where login = 'xh-officer'), now(), now(), now())
                """).params(schedule, event).update();
        for (int round = 0; round < ROUNDS; round++) meet(schedule, round);
    }

    /** As in a tournament: one guest stays, the others go round, so that nobody meets anybody twice. */
    private void meet(UUID schedule, int round) {
        for (int k = 0; k < GUESTS / 2; k++) {
            int one = k == 0 ? GUESTS : 1 + (round + k) % (GUESTS - 1);
            int other = 1 + (round + GUESTS - 1 - k) % (GUESTS - 1);
            jdbc.sql("""
                    insert into event_meeting (id, schedule_id, first_guest, second_guest, weight, slot_id, table_id)
                    select gen_random_uuid(), :schedule, least(a.id, b.id), greatest(a.id, b.id), 1, s.id, t.id
                      from event_guest a, event_guest b, event_slot s, event_table t
                     where a.event_id = :event and a.number = :one and b.event_id = :event and b.number = :other
                       and s.event_id = :event and s.position = :slot and t.event_id = :event and t.position = :table
                    """)
                    .param("schedule", schedule)
                    .param("event", event)
                    .param("one", one)
                    .param("other", other)
                    .param("slot", round + 1)
                    .param("table", k + 1)
                    .update();
        }
    }

    /** One browser. */
    private final class Visitor {
        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build();

        String get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(portal.resolve(path)).GET()).body();
        }

        /** @param page the page whose form it is */
        int post(String path, String form, String page) throws IOException, InterruptedException {
            var csrf = CSRF.matcher(page);
            var token = csrf.find() ? csrf.group(1) : "";
            return send(HttpRequest.newBuilder(portal.resolve(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form + "&_csrf=" + token)))
                    .statusCode();
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return http.send(
                    request.timeout(PATIENCE).header("Accept", "text/html").build(), BodyHandlers.ofString());
        }
    }
}
