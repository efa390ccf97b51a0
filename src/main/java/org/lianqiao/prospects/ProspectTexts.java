package org.lianqiao.prospects;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an old ledger said of a prospect beyond the portal's fields, and what of it could not be read. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ProspectTexts {
    private final JdbcClient jdbc;

    /** @param mark why it waits for a look, a key of the bundles; empty where it is merely kept */
    record Text(String label, String text, String mark) {}

    List<Text> of(UUID prospect) {
        return jdbc.sql("""
                select label, text, mark from prospect_text where prospect_id = ? and replaced_by is null
                 order by import_id, position limit 60
                """).param(prospect).query(Text.class).list();
    }
}
