package org.lianqiao.catalogue;

import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.TableImport;
import org.lianqiao.sheets.Uploads;
import org.lianqiao.web.Choices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Products and what goes into what, in bulk from a sheet. */
@Controller
@RequestMapping("/administration/product-imports")
class ProductImportController extends TableImport<ProductImport.Preview> {
    private static final Kind PRODUCTS = new Kind(
            "products",
            "/administration/product-imports",
            "catalogue/product-import",
            "\uFEFFproduct,relation,related_product\r\n动力电池包,上游材料,电芯\r\n");

    private final ProductImport imports;

    ProductImportController(ProductImport imports, Uploads uploads, Choices choices) {
        super(PRODUCTS, uploads, choices);
        this.imports = imports;
    }

    @Override
    protected ProductImport.Preview preview(byte[] file) {
        return imports.preview(file);
    }

    @Override
    protected Taken take(Uploads.Upload upload, Viewer by) {
        var outcome = imports.take(upload, by);
        return new Taken(
                "catalogue.import.outcome",
                new Object[] {outcome.products(), outcome.edges(), outcome.aliases(), outcome.leftOut()},
                "/administration/products");
    }
}
