package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StageTests {
    @Test
    void the_way_leads_one_step_at_a_time_from_lead_to_production() {
        assertThat(Arrays.stream(Stage.values()).map(Stage::next).filter(Objects::nonNull))
                .containsExactly(Stage.CONTACTED, Stage.NEGOTIATING, Stage.SIGNED, Stage.LANDED, Stage.PRODUCING);
        for (var from : Stage.values())
            for (var to : Stage.values())
                assertThat(from.canMoveTo(to))
                        .as("%s → %s", from, to)
                        .isEqualTo(Math.abs(from.ordinal() - to.ordinal()) == 1);
    }

    @Test
    void every_step_forward_has_its_step_back() {
        for (var stage : Stage.values()) {
            var next = stage.next();
            if (next != null) assertThat(next.previous()).isEqualTo(stage);
        }
        assertThat(Stage.LEAD.previous()).isNull();
    }

    @Test
    void contact_signing_and_landing_need_proof() {
        assertThat(Arrays.stream(Stage.values()).map(Stage::needs))
                .containsExactly(
                        Stage.Proof.NOTHING,
                        Stage.Proof.CONTACT,
                        Stage.Proof.NOTHING,
                        Stage.Proof.SIGNING,
                        Stage.Proof.LANDING,
                        Stage.Proof.NOTHING);
    }

    @Test
    void what_is_paused_only_resumes_or_ends_and_what_is_dropped_only_reopens() {
        assertThat(open(Stage.SIGNED, ProspectStatus.PAUSED)).containsExactly(Move.RESUMED, Move.DROPPED);
        assertThat(open(Stage.SIGNED, ProspectStatus.DROPPED)).containsExactly(Move.REOPENED);
    }

    @Test
    void what_is_open_moves_pauses_and_ends() {
        assertThat(open(Stage.LEAD, ProspectStatus.OPEN)).containsExactly(Move.FORWARD, Move.PAUSED, Move.DROPPED);
        assertThat(open(Stage.LANDED, ProspectStatus.OPEN))
                .containsExactly(Move.FORWARD, Move.BACK, Move.PAUSED, Move.DROPPED);
        assertThat(open(Stage.PRODUCING, ProspectStatus.DONE)).containsExactly(Move.BACK);
    }

    private static Move[] open(Stage stage, ProspectStatus status) {
        return Arrays.stream(Move.values())
                .filter(m -> m.isOpenFrom(stage, status))
                .toArray(Move[]::new);
    }
}
