package org.lianqiao.needs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeedStateTests {
    @Test
    void what_is_closed_never_opens_again() {
        for (var closed : new NeedState[] {NeedState.REJECTED, NeedState.MET, NeedState.WITHDRAWN})
            for (var next : NeedState.values())
                assertThat(closed.canBecome(next)).isFalse();
    }

    @Test
    void only_a_review_publishes_a_draft() {
        assertThat(NeedState.DRAFT.canBecome(NeedState.PUBLISHED)).isFalse();
        assertThat(NeedState.RETURNED.canBecome(NeedState.PUBLISHED)).isFalse();
        assertThat(NeedState.SUBMITTED.canBecome(NeedState.PUBLISHED)).isTrue();
    }
}
