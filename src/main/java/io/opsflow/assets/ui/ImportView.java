package io.opsflow.assets.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.opsflow.assets.AssetImports;
import io.opsflow.assets.AssetKind;
import io.opsflow.assets.ImportOrder;
import io.opsflow.design.Card;
import io.opsflow.design.LivePanel;
import io.opsflow.design.PageHead;
import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Files become assets here: a template, the file, what would come of it, and then the import itself. */
@Route(AssetRoutes.IMPORT)
@Menu(title = "assets.import", order = 205, icon = "import")
@RolesAllowed("assets.manage")
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int LARGEST = 64 << 20;

    private final AssetImports imports;
    private final Texts texts;
    private final RadioButtonGroup<AssetKind> kind = new RadioButtonGroup<>();
    private final Div templates = new Div();
    private final ImportPanel panel;
    private volatile @Nullable String refused;

    ImportView(AssetImports imports, Texts texts) {
        this.imports = imports;
        this.texts = texts;
        this.panel = new ImportPanel(imports);
        addClassNames("ops-page", "asset-page", "asset-import");
        kind.setLabel(getTranslation("assets.import.kind"));
        kind.setItems(AssetKind.SERVER, AssetKind.RACK, AssetKind.ROOM);
        kind.setItemLabelGenerator(one -> getTranslation("assets." + one.plural()));
        kind.addValueChangeListener(changed -> showTemplates());
        kind.setValue(AssetKind.SERVER);
        templates.addClassName("asset-templates");
        add(
                new PageHead(getTranslation("assets.import")),
                new Card(getTranslation("assets.import.file"), kind, templates, upload()),
                new LivePanel(Duration.ofSeconds(1), panel::refresh, panel));
    }

    private void showTemplates() {
        templates.removeAll();
        templates.add(new Paragraph(getTranslation("assets.import.template")));
        for (String format : List.of("xlsx", "csv")) {
            String path = "api/v1/assets/template?kind=" + kind.getValue().plural() + "&format=" + format;
            templates.add(download(path, format.toUpperCase(Locale.ROOT)));
        }
    }

    static Anchor download(String path, String label) {
        Anchor link = new Anchor(path, label);
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", true);
        return link;
    }

    private Upload upload() {
        Upload upload = new Upload((UploadHandler) this::received);
        upload.setAcceptedFileTypes(".csv", ".txt", ".xlsx");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setI18n(words());
        upload.addFileRejectedListener(rejected -> panel.refuse(rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> {
            upload.clearFileList();
            panel.refuse(refused);
            panel.refresh();
        });
        return upload;
    }

    private UploadI18N words() {
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("assets.import.drop")))
                .setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("assets.import.choose")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("assets.import.too-big", LARGEST >> 20))
                        .setIncorrectFileType(getTranslation("assets.import.wrong-type")));
    }

    /** In the request that brings the file: the page learns of it when the browser says that all is sent. */
    private void received(UploadEvent event) throws IOException {
        refused = null;
        ImportOrder order = new ImportOrder(
                kind.getValue(), true, true, null, Texts.language(event.getUI().getLocale()));
        try (InputStream body = event.getInputStream()) {
            imports.begin(order, event.getFileName(), body);
        } catch (RuntimeException reason) {
            if (!(reason instanceof DomainError known)) {
                throw reason;
            }
            refused = texts.of(order.language(), known);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("kind")
                .ifPresent(plural -> kind.setValue(AssetKind.of(plural)));
        panel.refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("assets.import");
    }
}
