package org.lianqiao.organizations;

import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.TableImport;
import org.lianqiao.sheets.Uploads;
import org.lianqiao.web.Choices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Enterprises in bulk from a sheet. */
@Controller
@RequestMapping("/administration/organization-imports")
class OrganizationImportController extends TableImport<OrganizationImport.Preview> {
    private static final Kind ENTERPRISES = new Kind(
            "organizations",
            "/administration/organization-imports",
            "organizations/import",
            "\uFEFF企业名称,简称,统一社会信用代码,区域,行业,主营产品,企业简介,规模,地址,网址\r\n"
                    + "示例·某某科技有限公司,某某,,河北省三河市,汽车制造业,动力电池包；电芯,主营动力电池。,中型,,\r\n");

    private final OrganizationImport imports;
    private final Catalogue catalogue;

    OrganizationImportController(OrganizationImport imports, Catalogue catalogue, Uploads uploads, Choices choices) {
        super(ENTERPRISES, uploads, choices);
        this.imports = imports;
        this.catalogue = catalogue;
    }

    @ModelAttribute("catalogue")
    Catalogue catalogue() {
        return catalogue;
    }

    @Override
    protected OrganizationImport.Preview preview(byte[] file) {
        return imports.preview(file);
    }

    @Override
    protected Taken take(Uploads.Upload upload, Viewer by) {
        var outcome = imports.take(upload, by);
        return new Taken(
                "organizations.import.outcome",
                new Object[] {outcome.fresh(), outcome.known(), outcome.registered(), outcome.leftOut()},
                "/administration/organizations?kind=ENTERPRISE");
    }
}
