package org.lianqiao.prospects.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianqiao.sheets.Heading;

/** What a column of an old ledger may mean, and what offices call it. */
enum ImportField {
    NUMBER("编号", "线索编号", "台账编号"),
    ENTERPRISE(
            "投资商名称",
            "企业名称",
            "投资单位",
            "投资方",
            "投资主体",
            "投资企业",
            "单位名称",
            "公司名称",
            "企业全称",
            "项目单位",
            "建设单位",
            "实施主体",
            "客商名称",
            "投资商",
            "企业",
            "客商",
            "公司",
            "意向企业",
            "enterprise",
            "company"),
    CODE("统一社会信用代码", "社会信用代码", "信用代码", "uscc"),
    MATTER("意向事项", "项目名称", "项目", "合作事项", "意向项目", "拟投资项目", "matter"),
    STAGE("阶段", "项目阶段", "当前阶段", "推进阶段", "所处阶段", "stage"),
    ATTENTION("跟进状态", "跟进类别", "跟进情况分类", "关注程度", "项目状态"),
    OWNER("责任人", "专班跟进人", "跟进人", "经办人", "负责人", "项目专员", "招商专员", "对接人"),
    AMOUNT("拟投资", "总投资", "总投资额", "投资总额", "投资额", "计划总投资", "拟投资额", "项目总投资", "投资规模", "计划投资", "amount"),
    REGION("意向区域", "落户地", "拟落户地", "落地区域", "落位", "建设地点", "拟选址", "选址", "所属区域", "落户区域"),
    NODE("环节", "产业环节", "产业链环节"),
    SOURCE("来源说明", "来源", "项目来源", "信息来源", "线索来源", "引荐单位", "引荐人"),
    SUMMARY("概况", "项目内容", "项目简介", "建设内容", "项目概况", "主要内容", "建设内容及规模", "项目内容及规模"),
    PROFILE("企业简介", "企业概况", "公司简介", "投资方简介", "投资商简介", "企业基本情况"),
    REPORTED_ON("首报日期", "首次对接时间", "对接时间", "登记日期", "登记时间", "入库时间", "首次接触时间", "接洽时间"),
    SIGNED_ON("签约日期", "签约时间", "签订时间"),
    LANDED_ON("落地日期", "落地时间", "开工日期", "开工时间", "注册时间"),
    NEXT_STEP("下一步", "下一步工作", "下步工作", "下一步计划", "下步计划", "下一步打算", "工作计划"),
    NEXT_DUE("截止日期", "完成时限", "下次跟进时间", "计划完成时间", "办理时限"),
    CONTACT("联系人", "联系人及电话", "联系人及联系方式", "联系人电话", "企业联系人", "联系人姓名", "姓名", "联系人信息", "contact"),
    PHONE("联系电话", "联系方式", "电话", "手机", "手机号", "联系人联系方式", "phone");

    private static final Set<String> OF_THE_SHEET = Set.of("序号", "no", "停留天数", "牵头单位", "状态", "办理人", "最近跟进日期", "产业链");

    private final List<String> names;

    ImportField(String... names) {
        this.names = Arrays.stream(names).map(Heading::plain).toList();
    }

    /** @param heading plain; of one under another, what the lower says counts */
    static @Nullable ImportField named(String heading) {
        var name = lower(heading);
        return Arrays.stream(values())
                .filter(f -> f.names.contains(name))
                .findFirst()
                .orElse(null);
    }

    /** The field whose longest name stands within the heading, where that says enough. */
    static @Nullable ImportField like(String heading) {
        var name = lower(heading);
        ImportField best = null;
        int longest = 2;
        for (var field : values())
            for (var known : field.names)
                if (known.length() > longest && name.contains(known)) {
                    best = field;
                    longest = known.length();
                }
        return best;
    }

    private static String lower(String heading) {
        return heading.substring(heading.lastIndexOf('·') + 1);
    }

    /** Counts, and what the portal knows itself: of no use here. */
    static boolean isOfTheSheet(String name) {
        return OF_THE_SHEET.contains(name);
    }
}
