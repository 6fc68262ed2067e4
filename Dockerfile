# The build and the product share folder and Java, so that the class-data archive fits.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /opsflow
COPY . .
RUN mvn -B -ntp process-classes jar:jar@default-jar spring-boot:repackage@repackage exec:exec@layout

FROM eclipse-temurin:17-jdk
RUN useradd --system --uid 10001 --create-home opsflow && mkdir /data && chown opsflow /data
WORKDIR /opsflow
COPY --from=build /opsflow/opsflow ./
COPY --from=build /opsflow/target/opsflow target/opsflow
USER opsflow
ENV OPSFLOW_DATA=/data OPSFLOW_ADDRESS=0.0.0.0
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["./opsflow"]
