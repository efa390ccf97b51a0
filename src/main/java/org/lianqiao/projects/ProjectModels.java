package org.lianqiao.projects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 布局模式: templates from which a new project takes its sites; kept by the system administrator. */
@Service
@RequiredArgsConstructor
class ProjectModels {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final ApplicationEventPublisher events;

    record Model(
            UUID id, String name, String summary, int position, boolean active, long version, List<ModelSite> sites) {}

    /** @param regionCode where it usually goes; nothing where that differs */
    record ModelSite(SiteFunction function, @Nullable String regionCode, String region) {}

    @Transactional(readOnly = true)
    public List<Model> active() {
        return all().stream().filter(Model::active).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Model> find(@Nullable UUID id) {
        return id == null
                ? Optional.empty()
                : all().stream().filter(m -> m.id.equals(id)).findFirst();
    }

    @Transactional(readOnly = true)
    public List<Model> all() {
        var models = new LinkedHashMap<UUID, Model>();
        jdbc.sql("""
                select m.*, s.function, s.region_code from project_model m left join project_model_site s on s.model_id = m.id
                 order by m.position, m.name, s.position
                """).query(row -> {
            var id = row.getObject("id", UUID.class);
            if (!models.containsKey(id))
                models.put(
                        id,
                        new Model(
                                id,
                                row.getString("name"),
                                row.getString("summary"),
                                row.getInt("position"),
                                row.getBoolean("active"),
                                row.getLong("version"),
                                new ArrayList<>()));
            var function = row.getString("function");
            if (function != null)
                models.get(id)
                        .sites
                        .add(new ModelSite(
                                SiteFunction.valueOf(function),
                                row.getString("region_code"),
                                catalogue.regionName(row.getString("region_code"))));
        });
        return List.copyOf(models.values());
    }

    /** @throws EditedMeanwhile where somebody saved since the form was made */
    @Transactional
    public void save(UUID id, ModelForm form, Viewer administrator) {
        administrator.require(administrator.has(Role.SYSTEM_ADMIN));
        var sites = form.sites();
        if (sites.isEmpty()) throw Refused.at("functions", "models.required.sites");
        if (sites.stream().anyMatch(s -> s.regionCode() != null && !catalogue.hasRegion(s.regionCode())))
            throw Refused.at("regions", "projects.required.region");
        try {
            if (form.version() == null) insert(id, form);
            else if (update(id, form, form.version()) == 0) throw new EditedMeanwhile();
        } catch (DuplicateKeyException e) {
            throw Refused.at("name", "models.refused.name");
        }
        jdbc.sql("delete from project_model_site where model_id = ?").param(id).update();
        for (int i = 0; i < sites.size(); i++)
            jdbc.sql(
                            "insert into project_model_site (model_id, position, function, region_code) values (:id, :position, :function, :region)")
                    .param("id", id)
                    .param("position", i + 1)
                    .param("function", sites.get(i).function().name())
                    .param("region", sites.get(i).regionCode(), java.sql.Types.VARCHAR)
                    .update();
        events.publishEvent(new Recorded(administrator, "project_model.save", "project_model", id, form.name()));
    }

    private void insert(UUID id, ModelForm form) {
        jdbc.sql("""
                insert into project_model (id, name, summary, active, position)
                values (?, ?, ?, ?, (select coalesce(max(position), 0) + 1 from project_model))
                """).params(id, form.name(), form.summary(), form.isActive()).update();
    }

    private int update(UUID id, ModelForm form, long seen) {
        return jdbc.sql(
                        "update project_model set name = ?, summary = ?, active = ?, version = version + 1 where id = ? and version = ?")
                .params(form.name(), form.summary(), form.isActive(), id, seen)
                .update();
    }

    static UUID next() {
        return Ids.next();
    }
}
