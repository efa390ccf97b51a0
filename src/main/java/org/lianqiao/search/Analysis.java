package org.lianqiao.search;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * Chinese by overlapping pairs of characters, which no dictionary can split wrongly. Entries hold single characters as
 * well, at the same positions; queries only where a character stands alone. OpenSearch has the same two filters.
 */
class Analysis implements LuceneAnalysisConfigurer {
    static final String ENTRY = "pairs-and-singles";
    static final String QUERY = "pairs";
    static final String SYLLABLES = "syllables";

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(ENTRY)
                .custom()
                .tokenizer("standard")
                .tokenFilter("cjkBigram")
                .param("outputUnigrams", "true");
        context.analyzer(QUERY).custom().tokenizer("standard").tokenFilter("cjkBigram");
        context.analyzer(SYLLABLES).custom().tokenizer("whitespace");
    }
}
