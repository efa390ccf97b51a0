package org.lianqiao.organizations;

import java.util.List;

/** The columns of an enterprise sheet and what people call them. */
enum OrganizationColumn {
    NAME("企业全称", "企业名称", "单位名称", "公司名称", "名称", "name", "enterprise", "company"),
    SHORT_NAME("简称", "企业简称", "short name"),
    CODE("统一社会信用代码", "社会信用代码", "信用代码", "代码", "code", "uscc"),
    STOCK_CODE("证券代码", "股票代码", "stock code"),
    REGION("区域", "所在区域", "地区", "所在地", "所属区域", "region"),
    PROVINCE("省份", "省", "所在省", "province"),
    CITY("城市", "市", "所在市", "city"),
    INDUSTRY("行业", "所属行业", "国民经济行业", "一级行业", "industry"),
    INDUSTRY_2("二级行业", "industry 2"),
    INDUSTRY_3("三级行业", "industry 3"),
    PRODUCTS("主营产品", "产品", "主要产品", "products"),
    PROFILE("企业简介", "简介", "profile", "description"),
    SIZE("规模", "企业规模", "size"),
    ADDRESS("地址", "企业地址", "address"),
    WEBSITE("网址", "网站", "website");

    final List<String> names;

    OrganizationColumn(String... names) {
        this.names = List.of(names);
    }
}
