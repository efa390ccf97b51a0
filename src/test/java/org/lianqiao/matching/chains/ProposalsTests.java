package org.lianqiao.matching.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianqiao.matching.chains.Nodes.HERE;
import static org.lianqiao.matching.chains.Nodes.THERE;
import static org.lianqiao.matching.chains.Nodes.enterprises;
import static org.lianqiao.matching.chains.Nodes.large;
import static org.lianqiao.matching.chains.Nodes.projects;
import static org.lianqiao.matching.chains.Nodes.sought;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.needs.NeedKind;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Option;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What the map proposes, and the sentences that say why. */
class ProposalsTests {
    private static final List<Option> REGIONS = List.of(new Option(THERE, "通州"), new Option(HERE, "三河"));

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    private final EvidenceText words = new EvidenceText(new Choices(texts));

    @BeforeEach
    void readChinese() {
        texts.setBasename("messages/chains");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
        LocaleContextHolder.setLocale(Locale.CHINA);
    }

    @AfterEach
    void readAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void a_node_that_feeds_the_alliance_and_has_nobody_is_a_gap() {
        var chain = cells().in(HERE, "电池包", enterprises(2)).in(THERE, "电池包", large(1));
        assertThat(chain.proposals().state(chain.at("电芯"))).isEqualTo(NodeState.GAP);
        assertThat(said(chain, "电芯", NeedKind.FILL)).containsExactly("下游“电池包”已有企业：通州 1 家、三河 2 家，其中大型企业 1 家");
    }

    @Test
    void open_needs_and_projects_downstream_are_demand_too() {
        var chain = cells().elsewhere("电池包", sought(2)).in(HERE, "电池包", projects(1));
        assertThat(said(chain, "电芯", NeedKind.FILL)).containsExactly("下游“电池包”有 2 条公开需求", "下游“电池包”有 1 个项目");
    }

    @Test
    void a_need_that_seeks_the_node_itself_makes_it_a_gap_and_names_who_could_be_asked_elsewhere() {
        var chain = cells().in(HERE, "电芯", sought(1)).elsewhere("电芯", enterprises(4));
        assertThat(said(chain, "电芯", NeedKind.FILL)).containsExactly("“电芯”有 1 条公开需求在找", "其他区域已知“电芯”企业 4 家，可对接");
    }

    @Test
    void a_node_that_nobody_asks_for_is_vacant_and_an_offer_is_no_demand() {
        var chain = cells().in(HERE, "电池包", new Figures(0, 0, 3, 0, 0));
        assertThat(chain.proposals().state(chain.at("电芯"))).isEqualTo(NodeState.VACANT);
        assertThat(chain.proposals().at(chain.at("电芯"))).isEmpty();
    }

    @Test
    void an_enterprise_outside_the_alliance_fills_no_gap() {
        var chain = cells().in(HERE, "电池包", enterprises(1)).elsewhere("电芯", large(2));
        assertThat(chain.proposals().state(chain.at("电芯"))).isEqualTo(NodeState.GAP);
    }

    @Test
    void demand_two_nodes_down_is_not_demand() {
        var chain = new Nodes()
                .up("隔膜")
                .mid("电芯", "电池包")
                .feeds("隔膜 > 电芯", "电芯 > 电池包")
                .in(HERE, "电池包", enterprises(1));
        assertThat(chain.proposals().state(chain.at("隔膜"))).isEqualTo(NodeState.VACANT);
    }

    @Test
    void three_enterprises_a_large_one_or_one_with_a_project_are_a_strength() {
        for (var figures : List.of(enterprises(3), large(1), enterprises(1).plus(projects(1)))) {
            var chain = cells().in(HERE, "电池包", figures);
            assertThat(chain.proposals().state(chain.at("电池包"))).isEqualTo(NodeState.STRONG);
        }
        for (var figures : List.of(enterprises(2), projects(2)))
            assertThat(figures.isStrong()).isFalse();
    }

    @Test
    void a_strength_says_on_whom_it_rests() {
        var chain = cells().in(HERE, "电池包", large(1).plus(projects(2)).plus(sought(1)))
                .in(THERE, "电池包", enterprises(1));
        assertThat(said(chain, "电池包", NeedKind.STRENGTHEN))
                .containsExactly("“电池包”：通州 1 家、三河 1 家，其中大型企业 1 家", "“电池包”有 2 个项目", "“电池包”有 1 条公开需求在找");
    }

    @Test
    void the_chain_reaches_further_down_from_a_strength() {
        var chain = cells().in(HERE, "电芯", large(1)).elsewhere("电池包", enterprises(2));
        assertThat(said(chain, "电池包", NeedKind.EXTEND))
                .containsExactly("上游优势“电芯”：三河 1 家，其中大型企业 1 家", "“电池包”两地尚无企业", "其他区域已知“电池包”企业 2 家，可对接");
    }

    @Test
    void the_chain_reaches_further_up_where_only_one_stands_before_a_strength() {
        var chain = cells().in(HERE, "电池包", large(1)).in(THERE, "电芯", enterprises(1));
        assertThat(said(chain, "电芯", NeedKind.EXTEND)).containsExactly("下游优势“电池包”：三河 1 家，其中大型企业 1 家", "“电芯”仅有 通州 1 家");
    }

    @Test
    void two_enterprises_need_no_extension() {
        var chain = cells().in(HERE, "电池包", large(1)).in(THERE, "电芯", enterprises(2));
        assertThat(chain.proposals().at(chain.at("电芯"))).isEmpty();
    }

    @Test
    void a_node_has_one_proposal_and_the_strongest_of_a_kind_stands_first() {
        var chain = new Nodes()
                .up("材料", "隔膜")
                .mid("电芯", "壳体")
                .down("整车")
                .feeds("材料 > 电芯", "隔膜 > 电芯", "电芯 > 整车", "壳体 > 整车")
                .in(HERE, "电芯", large(1))
                .in(HERE, "隔膜", sought(2));
        var all = chain.proposals().of(chain.all());
        assertThat(all)
                .extracting(p -> p.kind() + " " + p.node().name())
                .containsExactly("FILL 隔膜", "FILL 材料", "STRENGTHEN 电芯", "EXTEND 整车");
        assertThat(all).extracting(Proposal::node).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(p -> assertThat(p.evidence()).isNotEmpty());
    }

    @Test
    void neighbours_that_the_reader_is_not_given_say_nothing() {
        var chain = cells().in(HERE, "电池包", enterprises(1));
        var alone = new Proposals(List.of(chain.at("电芯")));
        assertThat(alone.state(chain.at("电芯"))).isEqualTo(NodeState.VACANT);
    }

    @Test
    void every_sentence_reads_in_english_too() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        var chain = cells().in(HERE, "电池包", large(1).plus(sought(2)).plus(projects(1)));
        assertThat(said(chain, "电芯", NeedKind.FILL))
                .containsExactly(
                        "Enterprises downstream at “电池包”: 三河 1, 1 of them large",
                        "2 open needs downstream at “电池包”",
                        "One project downstream at “电池包”");
    }

    private static Nodes cells() {
        return new Nodes().mid("电芯", "电池包").feeds("电芯 > 电池包");
    }

    private List<String> said(Nodes chain, String node, NeedKind kind) {
        Optional<Proposal> proposal = chain.proposals().at(chain.at(node));
        assertThat(proposal).hasValueSatisfying(p -> assertThat(p.kind()).isEqualTo(kind));
        return proposal.orElseThrow().evidence().stream()
                .map(e -> words.of(e, REGIONS))
                .toList();
    }
}
