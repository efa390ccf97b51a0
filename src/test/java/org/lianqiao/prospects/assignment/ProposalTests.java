package org.lianqiao.prospects.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianqiao.shared.SiteFunction;

class ProposalTests {
    private static final Proposal.Office TONGZHOU =
            new Proposal.Office(UUID.randomUUID(), "通州", List.of("通州"), List.of(SiteFunction.RESEARCH));
    private static final Proposal.Office SANHE = new Proposal.Office(
            UUID.randomUUID(), "三河", List.of("三河"), List.of(SiteFunction.PILOT, SiteFunction.PRODUCTION));
    private static final Proposal.Office XIANGHE =
            new Proposal.Office(UUID.randomUUID(), "香河", List.of("香河"), List.of(SiteFunction.PRODUCTION));
    private static final List<Proposal.Office> OFFICES = List.of(TONGZHOU, SANHE, XIANGHE);

    @Test
    void the_region_that_the_enterprise_names_goes_before_what_the_matter_needs() {
        assertThat(of("拟在香河设研发总部", TONGZHOU)).isEqualTo(new Proposal(XIANGHE.id(), "香河", Proposal.Why.WISH));
    }

    @Test
    void a_plant_goes_where_things_are_made() {
        assertThat(of("北方生产基地", TONGZHOU)).isEqualTo(new Proposal(SANHE.id(), "三河", Proposal.Why.FUNCTION));
    }

    @Test
    void who_met_the_enterprise_goes_before_others_that_fit_as_well() {
        assertThat(of("北方生产基地", XIANGHE).officeId()).isEqualTo(XIANGHE.id());
    }

    @Test
    void of_two_functions_the_first_said_counts() {
        assertThat(of("研发中心，二期生产", SANHE).officeId()).isEqualTo(TONGZHOU.id());
    }

    @Test
    void where_nothing_speaks_for_another_office_the_one_that_met_it_goes_on() {
        assertThat(of("投资意向", SANHE)).isEqualTo(new Proposal(SANHE.id(), "三河", Proposal.Why.MET));
    }

    private static Proposal of(String text, Proposal.Office met) {
        return Proposal.of(text, met.id(), OFFICES);
    }
}
