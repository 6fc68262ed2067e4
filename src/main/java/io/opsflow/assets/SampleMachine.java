package io.opsflow.assets;

import org.jspecify.annotations.Nullable;

/** Machines as they stand in real racks, for installations that are to be tried out. */
enum SampleMachine {
    POWER("APC", "Smart-UPS SRT 3000", 3, Face.BOTH, 0, "供配电", "power", null, null, null, null),
    BACKUP("Dell", "PowerVault TL2000", 2, Face.BOTH, 120, "备份", "backup", null, null, null, "24 × LTO-8"),
    ARRAY("华为", "OceanStor Dorado 5000", 4, Face.BOTH, 900, "存储", "storage", null, null, 512, "25 × 7.68 TB NVMe"),
    DATABASE(
            "华为",
            "FusionServer 2288H V7",
            2,
            Face.BOTH,
            620,
            "数据库",
            "database",
            "openEuler 24.03 LTS",
            "2 × Xeon Gold 6430",
            1024,
            "8 × 3.84 TB NVMe"),
    COMPUTE(
            "Dell",
            "PowerEdge R760",
            2,
            Face.BOTH,
            480,
            "计算",
            "compute",
            "Ubuntu 24.04 LTS",
            "2 × Xeon Gold 6444Y",
            512,
            "4 × 1.92 TB SSD"),
    HYPERVISOR(
            "浪潮",
            "NF5280M7",
            2,
            Face.BOTH,
            520,
            "虚拟化",
            "hypervisor",
            "Rocky Linux 9.4",
            "2 × Xeon Platinum 8468",
            1024,
            "2 × 960 GB SSD"),
    WEB(
            "Lenovo",
            "ThinkSystem SR630 V3",
            1,
            Face.BOTH,
            290,
            "接入",
            "web",
            "Debian 12",
            "1 × Xeon Silver 4416+",
            128,
            "2 × 480 GB SSD"),
    TRAINING(
            "浪潮",
            "NF5688M7",
            6,
            Face.BOTH,
            3_200,
            "训练",
            "training",
            "Ubuntu 22.04 LTS",
            "2 × Xeon Platinum 8480+, 8 × H800",
            2_048,
            "8 × 7.68 TB NVMe"),
    PATCHES("罗格朗", "LCS³ 24 口配线架", 1, Face.FRONT, 0, "布线", "patching", null, null, null, null),
    SWITCH("H3C", "S6850-56HF", 1, Face.REAR, 210, "网络", "network", "Comware 7", null, null, null);

    private final String vendor;
    private final String model;
    private final int heightU;
    private final Face face;
    private final int powerW;
    private final String chineseRole;
    private final String englishRole;
    private final @Nullable String os;
    private final @Nullable String cpu;
    private final @Nullable Integer memoryGb;
    private final @Nullable String disks;

    SampleMachine(
            String vendor,
            String model,
            int heightU,
            Face face,
            int powerW,
            String chineseRole,
            String englishRole,
            @Nullable String os,
            @Nullable String cpu,
            @Nullable Integer memoryGb,
            @Nullable String disks) {
        this.vendor = vendor;
        this.model = model;
        this.heightU = heightU;
        this.face = face;
        this.powerW = powerW;
        this.chineseRole = chineseRole;
        this.englishRole = englishRole;
        this.os = os;
        this.cpu = cpu;
        this.memoryGb = memoryGb;
        this.disks = disks;
    }

    String vendor() {
        return vendor;
    }

    String model() {
        return model;
    }

    int heightU() {
        return heightU;
    }

    Face face() {
        return face;
    }

    int powerW() {
        return powerW;
    }

    String role(boolean chinese) {
        return chinese ? chineseRole : englishRole;
    }

    /** Whether it has addresses and runs something. */
    boolean answers() {
        return os != null;
    }

    @Nullable
    String os() {
        return os;
    }

    @Nullable
    String cpu() {
        return cpu;
    }

    @Nullable
    Integer memoryGb() {
        return memoryGb;
    }

    @Nullable
    String disks() {
        return disks;
    }
}
