package dev.interestlens.ui.common.file;

import dev.interestlens.export.report.page.ReportFile;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.file.FileDialogs.Kind;
import java.util.List;

/** The formats in which every document is saved. */
public final class DocumentKinds {
    private DocumentKinds() {}

    /** Pages first. */
    public static List<Kind> of(Messages messages) {
        return ReportFile.ENDINGS.stream()
                .map(ending -> new Kind(messages.text("document.kind." + ending), List.of("*." + ending)))
                .toList();
    }
}
