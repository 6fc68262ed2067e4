package io.opsflow.assets;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A server, as somebody bought it. */
@Entity
@Table(name = "asset_server")
@DynamicUpdate
class Server extends Asset {

    private static final int PAGE = 200;

    private String assetNumber;

    @SuppressWarnings("UnusedVariable") // the database keeps it unique
    private String assetNumberKey;

    private @Nullable String serial;

    @SuppressWarnings("UnusedVariable") // the database keeps it unique
    private @Nullable String serialKey;

    private @Nullable String vendor;
    private @Nullable String model;
    private @Nullable String role;
    private @Nullable String owner;
    private @Nullable String service;
    private @Nullable Long rackId;

    @Column(name = "position_u")
    private @Nullable Integer positionU;

    @Column(name = "height_u")
    private int heightU;

    private @Nullable Face face;

    @Column(name = "power_w")
    private @Nullable Integer powerW;

    private @Nullable String managementAddress;

    @ElementCollection
    @CollectionTable(name = "asset_server_address", joinColumns = @JoinColumn(name = "server_id"))
    @OrderColumn(name = "place")
    @Column(name = "address")
    @BatchSize(size = PAGE)
    private List<String> addresses = new ArrayList<>();

    private @Nullable String os;
    private @Nullable String cpu;
    private @Nullable Integer memoryGb;
    private @Nullable String disks;
    private @Nullable LocalDate purchasedOn;
    private @Nullable LocalDate warrantyUntil;
    private @Nullable LocalDate leaseUntil;
    private ServerStatus status;

    @ElementCollection
    @CollectionTable(name = "asset_server_tag", joinColumns = @JoinColumn(name = "server_id"))
    @Column(name = "tag")
    @BatchSize(size = PAGE)
    private Set<String> tags = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "asset_server_value", joinColumns = @JoinColumn(name = "server_id"))
    @MapKeyColumn(name = "field_name")
    @Column(name = "field_value")
    @BatchSize(size = PAGE)
    private Map<String, String> custom = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Server() {}

    @SuppressWarnings("NullAway.Init") // state() fills the fields
    Server(ServerFacts facts, Map<String, String> custom, Instant now) {
        super(now);
        state(facts, custom, now);
    }

    /**
     * From now on it is this.
     *
     * @param values what its own fields hold, as text
     */
    final void state(ServerFacts next, Map<String, String> values, Instant now) {
        assetNumber = next.assetNumber();
        assetNumberKey = Names.key(next.assetNumber());
        serial = next.serial();
        serialKey = Names.keyOrNull(next.serial());
        vendor = next.vendor();
        model = next.model();
        role = next.role();
        owner = next.owner();
        service = next.service();
        powerW = next.powerW();
        managementAddress = next.managementAddress();
        os = next.os();
        cpu = next.cpu();
        memoryGb = next.memoryGb();
        disks = next.disks();
        purchasedOn = next.purchasedOn();
        warrantyUntil = next.warrantyUntil();
        leaseUntil = next.leaseUntil();
        status = next.status();
        stand(next);
        keep(next, values);
        touch(words(next), now);
    }

    private void stand(ServerFacts next) {
        rackId = next.rackId();
        positionU = next.positionU();
        heightU = next.heightU();
        face = next.face();
    }

    private void keep(ServerFacts next, Map<String, String> values) {
        if (!addresses.equals(next.addresses())) {
            addresses.clear();
            addresses.addAll(next.addresses());
        }
        if (!tags.equals(Set.copyOf(next.tags()))) {
            tags.clear();
            tags.addAll(next.tags());
        }
        if (!custom.equals(values)) {
            custom.clear();
            custom.putAll(values);
        }
    }

    private static String words(ServerFacts next) {
        return Names.search(Stream.of(
                        Stream.of(
                                next.assetNumber(),
                                next.serial(),
                                next.vendor(),
                                next.model(),
                                next.role(),
                                next.owner(),
                                next.service(),
                                next.managementAddress(),
                                next.os(),
                                next.cpu(),
                                next.disks()),
                        next.addresses().stream(),
                        next.tags().stream(),
                        next.custom().values().stream())
                .flatMap(part -> part));
    }

    ServerFacts facts() {
        Map<String, Object> typed = new HashMap<>();
        custom.forEach((field, value) -> typed.put(field, CustomFieldFacts.typed(value)));
        return new ServerFacts(
                assetNumber,
                serial,
                vendor,
                model,
                role,
                owner,
                service,
                rackId,
                positionU,
                heightU,
                face,
                powerW,
                managementAddress,
                List.copyOf(addresses),
                os,
                cpu,
                memoryGb,
                disks,
                purchasedOn,
                warrantyUntil,
                leaseUntil,
                status,
                List.copyOf(new TreeSet<>(tags)),
                typed);
    }

    @Nullable
    Long rackId() {
        return rackId;
    }

    String assetNumber() {
        return assetNumber;
    }
}
