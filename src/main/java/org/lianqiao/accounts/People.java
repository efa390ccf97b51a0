package org.lianqiao.accounts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.web.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of an office, for those who assign work to them. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class People {
    private final JdbcClient jdbc;

    /** 经办 and 科长 of the office who may sign in. */
    public List<Option> officersOf(UUID office) {
        return jdbc.sql("""
                select a.id::text as value, a.name as label from membership m join account a on a.id = m.account_id
                 where m.organization_id = ? and m.ended_at is null and a.status = 'ACTIVE'
                   and exists (select from membership_role r where r.membership_id = m.id and r.role in ('OFFICER', 'LEAD'))
                 order by a.name
                """).param(office).query(Option.class).list();
    }

    /** The name, or an empty text where nobody is named. */
    public String name(@Nullable UUID account) {
        if (account == null) return "";
        return jdbc.sql("select name from account where id = ?")
                .param(account)
                .query(String.class)
                .optional()
                .orElse("");
    }

    public Optional<UUID> leadOf(UUID office) {
        return jdbc.sql("""
                select a.id from membership m join account a on a.id = m.account_id
                  join membership_role r on r.membership_id = m.id and r.role = 'LEAD'
                 where m.organization_id = ? and m.ended_at is null and a.status = 'ACTIVE' order by m.started_at limit 1
                """).param(office).query(UUID.class).optional();
    }
}
