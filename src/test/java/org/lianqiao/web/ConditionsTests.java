package org.lianqiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lianqiao.shared.Role;

class ConditionsTests {
    @Test
    void a_filter_left_open_asks_for_nothing() {
        var none = Conditions.where("true")
                .and("kind = :kind", "kind", null)
                .words("name ilike :q", "  ")
                .days("at", null, null)
                .region("region_code", null)
                .within("id in (select id from other where %s)", Conditions.where("true"));

        assertThat(none.sql()).isEqualTo("true");
        assertThat(none.values()).isEmpty();
    }

    @Test
    void what_is_typed_is_a_value_and_never_a_part_of_the_condition() {
        var asked = Conditions.where("true").words("(name ilike :q or code = :whole)", " 50%' or 1=1 ");

        assertThat(asked.sql()).isEqualTo("true and (name ilike :q or code = :whole)");
        assertThat(asked.values())
                .containsEntry("q", "%50\\%' or 1=1%")
                .containsEntry("whole", "50%' or 1=1")
                .hasSize(2);
    }

    @Test
    void the_last_day_counts_to_its_end_in_beijing() {
        var asked = Conditions.where("true").days("at", LocalDate.of(2026, 2, 28), LocalDate.of(2026, 2, 28));

        assertThat(asked.values().get("from")).hasToString("2026-02-28T00:00+08:00");
        assertThat(asked.values().get("to")).hasToString("2026-03-01T00:00+08:00");
    }

    @Test
    void conditions_of_another_record_stand_together_in_its_place() {
        var asked = Conditions.where("a")
                .within(
                        "id in (select id from m where %s)",
                        Conditions.where("b").and("role = :role", "role", Role.LEAD));

        assertThat(asked.sql()).isEqualTo("a and id in (select id from m where b and role = :role)");
        assertThat(asked.values()).containsEntry("role", "LEAD");
    }
}
