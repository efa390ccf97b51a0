package org.lianqiao.matching.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The first snapshot is made in the background: no page waits for it longer than it says. */
class MatchIndexesTests {
    private static final JdbcClient NO_DATABASE = JdbcClient.create(new DriverManagerDataSource());

    private final CountDownLatch slow = new CountDownLatch(1);
    private volatile boolean broken;
    private final MatchIndexes indexes = new MatchIndexes(
            new Slow(),
            new VectorStore(NO_DATABASE, new NoMeaning()),
            new WordVectors(new NoMeaning()),
            Clock.systemUTC());

    @AfterEach
    void stop() {
        indexes.destroy();
    }

    @Test
    void a_page_waits_no_longer_than_its_patience_and_the_next_reader_has_it() {
        var before = System.nanoTime();
        for (int reader = 0; reader < 3; reader++)
            assertThat(indexes.isReady(Duration.ofMillis(50))).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        slow.countDown();
        assertThat(indexes.isReady(Duration.ofSeconds(20))).isTrue();
        assertThat(indexes.isReady(Duration.ZERO)).isTrue();
    }

    @Test
    void after_a_failure_the_next_reader_tries_again() {
        slow.countDown();
        broken = true;
        assertThat(indexes.isReady(Duration.ofSeconds(20))).isFalse();
        broken = false;
        assertThat(indexes.isReady(Duration.ofSeconds(20))).isTrue();
    }

    private final class Slow extends MatchIndexReader {
        private Slow() {
            super(NO_DATABASE);
        }

        @Override
        public long writes() {
            return 0;
        }

        @Override
        public MatchIndex read() {
            try {
                if (!slow.await(30, TimeUnit.SECONDS)) throw new IllegalStateException("nobody let it through");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (broken) throw new IllegalStateException("the database rests");
            return new MatchIndex.Builder(new ProductGraph(), new Thesaurus()).build();
        }
    }

    private static final class NoMeaning implements Meaning {
        @Override
        public List<byte[]> of(List<String> words) {
            return List.of();
        }

        @Override
        public boolean isOn() {
            return false;
        }
    }
}
