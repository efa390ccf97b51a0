package org.lianqiao.matching.ranking;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.util.List;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * bge-small-zh-v1.5 in this process, about a millisecond a name when many come together. Loaded when first asked; where
 * its native library does not run, the portal matches without it and says so once.
 */
@Component
@Slf4j
class BgeMeaning implements Meaning {
    private final boolean wanted;
    private @Nullable EmbeddingModel model;
    private volatile boolean broken;

    BgeMeaning(@Value("${lianqiao.matching.meaning:true}") boolean wanted) {
        this.wanted = wanted;
    }

    @Override
    public boolean isOn() {
        return wanted && !broken;
    }

    @Override
    public List<byte[]> of(List<String> words) {
        var ready = model();
        if (ready == null || words.isEmpty()) return List.of();
        return ready.embedAll(words.stream().map(TextSegment::from).toList()).content().stream()
                .map(e -> Vectors.packed(e.vector()))
                .toList();
    }

    private synchronized @Nullable EmbeddingModel model() {
        if (model != null || !isOn()) return model;
        try {
            model = new BgeSmallZhV15QuantizedEmbeddingModel();
        } catch (RuntimeException | LinkageError e) {
            broken = true;
            log.warn("Matching goes on without meaning: the model does not run on this machine ({})", e.toString());
        }
        return model;
    }
}
