package org.lianqiao.projects;

import java.util.regex.Pattern;

/**
 * 公平竞争审查: whether a text seems to tie a reward to the tax that is paid, which a policy text may not (公平竞争审查条例,
 * 国务院令第783号, second chapter). A hint for who reviews; people decide.
 */
public final class FairCompetition {
    private static final String REWARD = "(奖励|奖补|返还|返税|退税|补贴|补助|扶持|反哺|留成|先征后)";
    private static final String TAX = "(税收|纳税|税款|税额|缴税|增值税|所得税|税金|地方贡献|经济贡献|财政贡献|地方留存|留存部分)";
    /** Within one sentence, in either order. */
    private static final Pattern TIED = Pattern.compile(
            REWARD + "[^。；;！!？?\\n]{0,40}" + TAX + "|" + TAX + "[^。；;！!？?\\n]{0,40}" + REWARD + "|税收返还|返税");

    private FairCompetition() {}

    public static boolean tiesRewardToTax(String... texts) {
        for (var text : texts) if (TIED.matcher(text).find()) return true;
        return false;
    }
}
