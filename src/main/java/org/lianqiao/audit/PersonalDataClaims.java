package org.lianqiao.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.VerificationCodes;
import org.lianqiao.shared.DraftAge;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Tokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests of people without an account, whose data an office may hold all the same: a code sent to the phone number or
 * mail address proves that it is theirs; only then it is a request, about what is held under that number or address.
 */
@Service
@RequiredArgsConstructor
class PersonalDataClaims {
    private static final String PURPOSE = "PERSONAL_DATA";

    private final JdbcClient jdbc;
    private final VerificationCodes codes;
    private final PersonalDataRequests requests;
    private final DraftAge age;

    /** @param number nothing until the code has come */
    record Claim(
            UUID id,
            PersonalDataKind kind,
            String name,
            String reach,
            String detail,
            @Nullable String number,
            @Nullable PersonalDataState state,
            @Nullable LocalDate dueOn) {
        public boolean isProven() {
            return number != null;
        }

        public String maskedReach() {
            return reach.contains("@") ? Masked.email(reach) : Masked.phone(reach);
        }
    }

    /** Every night, on one of the portals that run. */
    @Configuration(proxyBeanMethods = false)
    static class Nightly {
        @Bean
        RecurringTask<Void> unprovenClaimsTask(PersonalDataClaims claims) {
            return Tasks.recurring("unproven-personal-data-requests", Schedules.daily(Time.ZONE, LocalTime.of(1, 20)))
                    .execute((instance, context) -> claims.tidy());
        }
    }

    /** @return the token that leads to the confirmation and, later, to the answer's state */
    @Transactional
    String ask(PersonalDataForm form) {
        var reach = requests.reach(form);
        var id = Ids.next();
        var token = Tokens.next();
        jdbc.sql("""
                insert into personal_data_claim (id, token_hash, kind, name, reach, detail, asked_at)
                values (?, ?, ?, ?, ?, ?, now())
                """)
                .params(
                        id,
                        Tokens.digest(token),
                        Objects.requireNonNull(form.kind()).name(),
                        form.name(),
                        reach,
                        form.detail())
                .update();
        codes.send(PURPOSE, reach, id);
        return token;
    }

    @Transactional
    void sendAgain(String token) {
        var claim = find(token).orElseThrow(NotFound::new);
        if (!claim.isProven()) codes.send(PURPOSE, claim.reach, claim.id);
    }

    /** The right code makes it a request. @return false where the code is wrong */
    @Transactional
    boolean prove(String token, String code) {
        var claim = find(token).orElseThrow(NotFound::new);
        if (claim.isProven()) return true;
        if (codes.confirmed(PURPOSE, claim.id, code).isEmpty())
            return find(token).map(Claim::isProven).orElse(false);
        boolean mail = claim.reach.contains("@");
        var form = new PersonalDataForm(
                claim.kind, claim.name, mail ? "" : claim.reach, mail ? claim.reach : "", claim.detail);
        jdbc.sql("update personal_data_claim set request_id = ? where id = ? and request_id is null")
                .params(requests.proven(form), claim.id)
                .update();
        return true;
    }

    @Transactional(readOnly = true)
    Optional<Claim> find(String token) {
        if (!Tokens.isOne(token)) return Optional.empty();
        return jdbc.sql("""
                select c.id, c.kind, c.name, c.reach, c.detail, r.number, r.state, r.due_on
                  from personal_data_claim c left join personal_data_request r on r.id = c.request_id where c.token_hash = ?
                """).param(Tokens.digest(token)).query(Claim.class).optional();
    }

    @Transactional
    void tidy() {
        jdbc.sql("delete from personal_data_claim where request_id is null and asked_at < ?")
                .param(age.abandonedBefore())
                .update();
    }
}
