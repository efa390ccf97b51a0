# syntax=docker/dockerfile:1
# The jar, without the PostgreSQL for trying out. Tests have run in CI.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml lombok.config ./
COPY db db
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 mvn -B -q package -Dmaven.test.skip=true -Djacoco.skip=true
RUN java -Djarmode=tools -jar target/lianqiao-*.jar extract --destination /portal \
    && mv /portal/lianqiao-*.jar /portal/lianqiao.jar

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /opt/lianqiao --shell /usr/sbin/nologin lianqiao \
    && install -d -o lianqiao -g lianqiao /opt/lianqiao /var/lib/lianqiao/files
WORKDIR /opt/lianqiao
COPY --from=build --chown=lianqiao:lianqiao /portal ./
USER lianqiao
# Starts once as far as it goes without a database, and keeps the classes that it loaded and linked.
RUN java -XX:AOTCacheOutput=lianqiao.aot -Dspring.context.exit=onRefresh -Dspring.flyway.enabled=false \
    -Dspring.datasource.url=jdbc:postgresql://none/none -Dspring.datasource.hikari.initialization-fail-timeout=-1 \
    -Dspring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect -Dspring.jpa.hibernate.ddl-auto=none \
    -Dspring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false -Dlianqiao.demo=false -jar lianqiao.jar
ENV SPRING_PROFILES_ACTIVE=prod JAVA_OPTS="-XX:MaxRAMPercentage=70"
EXPOSE 8080
VOLUME /var/lib/lianqiao/files
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/localhost/${LIANQIAO_PORT:-8080} && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q UP <&3"]
ENTRYPOINT ["bash", "-c", "exec java -XX:AOTCache=lianqiao.aot ${JAVA_OPTS} -jar lianqiao.jar"]
