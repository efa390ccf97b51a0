package org.lianqiao.notifications;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Message;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people are told: under the bell, and by mail where they have an address. */
@Service
@RequiredArgsConstructor
class Notices {
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Value("${lianqiao.base-url:http://localhost:8080}")
    private final String baseUrl;

    private record Person(UUID id, String email) {}

    /** @param text in the reader's language */
    record Line(UUID id, String text, String link, OffsetDateTime at, boolean unread) {}

    @EventListener
    void tell(Notice notice) {
        var args = notice.args().toArray();
        var subject = messages.getMessage(notice.key(), args, Locale.CHINA);
        var body = subject + "\n" + baseUrl + notice.link();
        if (notice.to() instanceof Notice.Outside outside) {
            events.publishEvent(Message.to(outside.mailOrPhone(), subject, body));
            return;
        }
        for (var person : people(notice.to())) {
            jdbc.sql(
                            "insert into notification (id, account_id, message_key, args, link, created_at) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            Ids.next(),
                            person.id,
                            notice.key(),
                            notice.args().toArray(String[]::new),
                            notice.link(),
                            OffsetDateTime.now(clock))
                    .update();
            if (!person.email.isEmpty()) events.publishEvent(Message.to(person.email, subject, body));
        }
    }

    private List<Person> people(Notice.Recipients to) {
        if (to instanceof Notice.People people)
            return jdbc.sql("select id, email from account where id in (:ids) and status = 'ACTIVE'")
                    .param("ids", people.accountIds())
                    .query(Person.class)
                    .list();
        if (to instanceof Notice.Holders holders)
            return jdbc.sql("""
                    select distinct a.id, a.email from account a join membership m on m.account_id = a.id and m.ended_at is null
                      join membership_role r on r.membership_id = m.id
                     where m.organization_id = :org and r.role in (:roles) and a.status = 'ACTIVE'
                    """)
                    .param("org", holders.organizationId())
                    .param("roles", holders.roles().stream().map(Enum::name).toList())
                    .query(Person.class)
                    .list();
        return List.of();
    }

    @Transactional(readOnly = true)
    PageOf<Line> of(Viewer viewer, Paging paging) {
        var locale = LocaleContextHolder.getLocale();
        var rows = jdbc.sql("""
                select id, message_key, args, link, created_at, read_at is null from notification
                 where account_id = :me order by created_at desc, id desc limit :size offset :offset
                """)
                .param("me", viewer.account())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> new Line(
                        row.getObject(1, UUID.class),
                        messages.getMessage(
                                row.getString(2), (Object[]) row.getArray(3).getArray(), locale),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class),
                        row.getBoolean(6)))
                .list();
        int total = jdbc.sql("select count(*) from (select 1 from notification where account_id = ? limit ?) t")
                .params(viewer.account(), PageOf.CAP + 1)
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    /** Marks one as read, and says where it leads; nothing where it is not the viewer's. */
    @Transactional
    @Nullable
    String read(UUID id, Viewer viewer) {
        return jdbc.sql(
                        "update notification set read_at = coalesce(read_at, now()) where id = ? and account_id = ? returning link")
                .params(id, viewer.account())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Transactional
    void readAll(Viewer viewer) {
        jdbc.sql("update notification set read_at = now() where account_id = ? and read_at is null")
                .param(viewer.account())
                .update();
    }
}
