package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.opsflow.design.Card;
import io.opsflow.design.Confirm;
import io.opsflow.design.Formats;
import io.opsflow.design.Notice;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.workflow.BundledAnswer;
import io.opsflow.workflow.BundledNewer;
import io.opsflow.workflow.GoBack;
import io.opsflow.workflow.ProcessRelease;
import io.opsflow.workflow.ProcessReleases;

/** The versions of a process, for who watches processes: where each comes from, and what its owner can decide. */
final class ReleaseCard extends Composite<Card> {

    private static final int PAGE = 10;

    private final ProcessReleases releases;
    private final String process;
    private final Runnable changed;
    private final OrderedList versions = new OrderedList();
    private int latest;

    /** A card that is not there for others; {@code changed} runs when an owner has decided something here. */
    ReleaseCard(ProcessReleases releases, String process, Runnable changed) {
        this.releases = releases;
        this.process = process;
        this.changed = changed;
        boolean mine = Actor.may(Permissions.PROCESSES_WATCH);
        setVisible(mine);
        if (mine) {
            versions.addClassName("release-versions");
            releases.bundledNewer(process, Formats.locale())
                    .ifPresent(newer -> getContent().add(newer(newer)));
            getContent().add(versions);
            show(0);
        }
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("workflow.release.title"));
    }

    private NewerBundled newer(BundledNewer newer) {
        NewerBundled notice = new NewerBundled(newer);
        if (Actor.may(Permissions.PROCESSES_DEPLOY)) {
            notice.offer(take(newer));
            if (!newer.isAnswered()) {
                notice.offer(keep(newer));
            }
        }
        return notice;
    }

    private Button take(BundledNewer newer) {
        Button take = new Button(
                getTranslation("workflow.release.take"),
                click -> Confirm.ask(
                        getTranslation("workflow.release.take.question"),
                        getTranslation("workflow.release.take.effect", newer.live()),
                        getTranslation("workflow.release.take"),
                        () -> {
                            releases.takeBundled(process, new BundledAnswer(newer.seen()));
                            done(getTranslation("workflow.release.taken"));
                        }));
        take.addThemeNames(newer.isAnswered() ? "tertiary" : "primary");
        return take;
    }

    private Button keep(BundledNewer newer) {
        return new Button(
                getTranslation("workflow.release.keep"),
                click -> Confirm.ask(
                        getTranslation("workflow.release.keep.question", newer.live()),
                        getTranslation("workflow.release.keep.effect"),
                        getTranslation("workflow.release.keep"),
                        () -> {
                            releases.keepLive(process, new BundledAnswer(newer.seen()));
                            done(getTranslation("workflow.release.kept"));
                        }));
    }

    private void show(int number) {
        PageOf<ProcessRelease> page = releases.page(process, new Paging(number, PAGE, null, null));
        if (number == 0) {
            latest = page.items().get(0).version();
        }
        page.items().forEach(version -> {
            VersionLine line = new VersionLine(version);
            if (!version.latest() && Actor.may(Permissions.PROCESSES_DEPLOY)) {
                line.offer(goBack(version.version()));
            }
            versions.add(line);
        });
        if ((long) (number + 1) * PAGE < page.total()) {
            more(number + 1);
        }
    }

    private void more(int number) {
        ListItem last = new ListItem();
        Button more = new Button(getTranslation("workflow.release.more"), click -> {
            versions.remove(last);
            show(number);
        });
        more.addThemeNames("tertiary", "small");
        last.add(more);
        versions.add(last);
    }

    private Button goBack(int version) {
        String action = getTranslation("workflow.release.back", version);
        Button back = new Button(
                getTranslation("workflow.release.back.short"),
                click -> Confirm.ask(
                        getTranslation("workflow.release.back.question", version),
                        getTranslation("workflow.release.back.effect", version, latest + 1),
                        action,
                        () -> {
                            releases.goBack(process, version, new GoBack(latest));
                            done(getTranslation("workflow.release.went.back", version));
                        }));
        back.addThemeNames("tertiary", "small");
        back.setAriaLabel(action);
        return back;
    }

    private void done(String sentence) {
        Notice.done(sentence);
        changed.run();
    }
}
