package io.opsflow.accounts;

import java.util.Locale;

/**
 * The accounts of the demo. The password of each is its name followed by 123; its hash stands here, because eleven hashes
 * would cost the start three seconds.
 */
enum DemoAccount {
    ADMIN(
            BuiltInRole.ADMIN,
            "系统管理员",
            "IT",
            "010-5550-0100",
            "$2a$12$kpr8LgbV46eh.0J3mKv75O5XylGTFNnX9Psn1bjrtjllD.zj9j9GC"),
    OPERATOR(
            BuiltInRole.OPERATOR,
            "赵磊",
            "运维部",
            "010-5550-0111",
            "$2a$12$XlH8vhijPXSdEkgPzxad4.KDTWeMGguG8I.m4zPuq41HMjSANzSc."),
    VIEWER(
            BuiltInRole.VIEWER,
            "陈静",
            "审计部",
            "010-5550-0112",
            "$2a$12$DILVcngLPkMU287sjnrBsuboccVbucrtDm4yv5M5MsPmA4V6DiqPG"),
    REQUESTER(
            BuiltInRole.REQUESTER,
            "李雷",
            "财务部",
            "010-5550-0121",
            "$2a$12$As6e/PLr2vJZx7GIYWFryeZNbUXl986eMJuPW2Cr2PcMRdE4WMRFe"),
    SUPERVISOR(
            BuiltInRole.SUPERVISOR,
            "周敏",
            "信息中心",
            "010-5550-0131",
            "$2a$12$f19y4KftWVFOTYfOtWvhrO2rizn6vpnQYSK9nEUW7nnr7dnMzwFoa"),
    MANAGER(
            BuiltInRole.PROJECT_MANAGER,
            "王建国",
            "项目管理部",
            "010-5550-0141",
            "$2a$12$3Qn6FhxS0Ruhm4cHaJ0MQ.wimqza4rJoMTvxEIWwL/dZay4sc7VZG"),
    ENGINEER(
            BuiltInRole.ENGINEER,
            "韩梅",
            "运维一组",
            "010-5550-0151",
            "$2a$12$9.t8mQX9vi.gCbkCteKec.mr0rdqg5mBwR9z1fideRUe2EpHLdAMq"),
    OWNER(
            BuiltInRole.PROCESS_OWNER,
            "吴霞",
            "流程管理部",
            "010-5550-0161",
            "$2a$12$VexeSy9BSVFRRoctvoBukuUO9otEd8mT4ZQ5L0g/DWeYj0Sv9J2nK"),
    REQUESTER2(
            BuiltInRole.REQUESTER,
            "刘洋",
            "市场部",
            "010-5550-0122",
            "$2a$12$BNWC/Yf.vLckLyVX4WeFFenJnAtrRLyHzCkQHwvROrQcRXOHrGJsK"),
    ENGINEER2(
            BuiltInRole.ENGINEER,
            "张伟",
            "运维一组",
            "010-5550-0152",
            "$2a$12$QDZ3YMjNCU3BebRN49ubQOy1I3VDeNo7SmP62OOX25wz3B2S/vw6u"),
    ENGINEER3(
            BuiltInRole.ENGINEER,
            "孙丽",
            "运维二组",
            "010-5550-0153",
            "$2a$12$3FKxTc/bGSWHtMF6R53giuxYHcjNxXzrIsT4buXjUKGPdXdlVXfmO");

    private final BuiltInRole role;
    private final String realName;
    private final String department;
    private final String phone;
    private final String passwordHash;

    DemoAccount(BuiltInRole role, String realName, String department, String phone, String passwordHash) {
        this.role = role;
        this.realName = realName;
        this.department = department;
        this.phone = phone;
        this.passwordHash = passwordHash;
    }

    String username() {
        return name().toLowerCase(Locale.ROOT);
    }

    String password() {
        return username() + "123";
    }

    String email() {
        return username() + "@example.com";
    }

    String passwordHash() {
        return passwordHash;
    }

    BuiltInRole role() {
        return role;
    }

    String realName() {
        return realName;
    }

    String department() {
        return department;
    }

    String phone() {
        return phone;
    }
}
