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
import io.opsflow.assets.AssetImports;
import io.opsflow.assets.AssetKind;
import io.opsflow.assets.ImportOrder;
import io.opsflow.design.Card;
import io.opsflow.design.FileReception;
import io.opsflow.design.LivePanel;
import io.opsflow.design.PageHead;
import io.opsflow.kernel.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

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
        FileReception reception = new FileReception(
                texts,
                (name, content, language) ->
                        imports.begin(new ImportOrder(kind.getValue(), true, true, null, language), name, content));
        Upload upload = new Upload(reception);
        upload.setAcceptedFileTypes(".csv", ".txt", ".xlsx");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setI18n(words());
        upload.addFileRejectedListener(rejected -> panel.refuse(rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> {
            upload.clearFileList();
            panel.refuse(reception.refusal().orElse(null));
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
