package org.lianqiao.catalogue;

/** What another product is to this one: the two relations, each seen from both ends. */
enum RelatedAs {
    UPSTREAM(ProductRelation.SUPPLIES, true, "上游材料"),
    DOWNSTREAM(ProductRelation.SUPPLIES, false, "下游产品"),
    KIND(ProductRelation.INCLUDES, false, "产品小类"),
    PARENT(ProductRelation.INCLUDES, true, "所属大类");

    private final ProductRelation relation;
    private final boolean otherFirst;
    private final String word;

    RelatedAs(ProductRelation relation, boolean otherFirst, String word) {
        this.relation = relation;
        this.otherFirst = otherFirst;
        this.word = word;
    }

    ProductRelation relation() {
        return relation;
    }

    /** Whether the other product is the edge's first. */
    boolean otherFirst() {
        return otherFirst;
    }

    /** As sheets and the change log write it. */
    String word() {
        return word;
    }
}
