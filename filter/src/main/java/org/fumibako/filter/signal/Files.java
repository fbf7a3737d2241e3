// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import java.util.Locale;
import java.util.Set;
import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.Signal;
import org.fumibako.filter.message.Attachment;
import org.fumibako.filter.message.Sample;

/** What is attached, by its names: programs, programs that pass for documents, documents with macros, archives nobody can look into. */
public final class Files implements Signal {
    private static final Reason PROGRAM = new Reason("PROGRAM", 4.0, "プログラムが添付されています。", "A program is attached.");
    private static final Reason DOUBLE_EXTENSION = new Reason(
            "DOUBLE_EXTENSION", 5.0, "書類に見せかけたプログラムが添付されています。", "A program is attached that passes for a document.");
    private static final Reason PROGRAM_IN_ARCHIVE = new Reason(
            "PROGRAM_IN_ARCHIVE", 4.0, "圧縮ファイルの中にプログラムが入っています。", "There is a program in an attached archive.");
    private static final Reason ENCRYPTED_ARCHIVE =
            new Reason("ENCRYPTED_ARCHIVE", 0.7, "パスワード付きの圧縮ファイルが添付されています。", "An archive with a password is attached.");
    private static final Reason MACROS =
            new Reason("MACROS", 1.5, "マクロ入りの書類が添付されています。", "A document with macros is attached.");
    private static final Reason WEB_PAGE =
            new Reason("WEB_PAGE", 1.0, "ウェブページのファイルが添付されています。", "A web page is attached.");

    private static final Set<String> PROGRAMS = Set.of(
            "exe", "scr", "pif", "com", "bat", "cmd", "vbs", "vbe", "js", "jse", "wsf", "wsh", "hta", "lnk", "jar",
            "msi", "ps1", "cpl", "iso", "img", "vhd", "one", "chm");
    private static final Set<String> WITH_MACROS =
            Set.of("docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "ppsm");
    private static final Set<String> DOCUMENTS = Set.of(
            "doc", "docx", "xls", "xlsx", "ppt", "pptx", "pdf", "txt", "jpg", "jpeg", "png", "gif", "csv", "zip",
            "mp3");

    @Override
    public void examine(Sample sample, Reasons into) {
        for (Attachment attachment : sample.attachments()) {
            String extension = extension(attachment.name());
            if (PROGRAMS.contains(extension)) {
                into.add(isDisguised(attachment.name()) ? DOUBLE_EXTENSION : PROGRAM);
            }
            into.addIf(WITH_MACROS.contains(extension), MACROS);
            into.addIf(extension.equals("html") || extension.equals("htm") || extension.equals("svg"), WEB_PAGE);
            into.addIf(
                    attachment.contained().stream().anyMatch(name -> PROGRAMS.contains(extension(name)))
                            && !extension.equals("jar"),
                    PROGRAM_IN_ARCHIVE);
            into.addIf(attachment.encrypted(), ENCRYPTED_ARCHIVE);
        }
    }

    private static String extension(String name) {
        String clean = name.strip();
        return clean.substring(clean.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** A document's extension before that of the program, or many spaces, which push it out of sight. */
    private static boolean isDisguised(String name) {
        String front = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return DOCUMENTS.contains(extension(front)) || front.contains("     ");
    }
}
