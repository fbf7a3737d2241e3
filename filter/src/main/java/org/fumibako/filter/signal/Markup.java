// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.Signal;
import org.fumibako.filter.message.HtmlFacts;
import org.fumibako.filter.message.Sample;

/** What is hidden by HTML, and what HTML in mail has no business with. */
public final class Markup implements Signal {
    /** Hidden characters that newsletters have anyway, for the preview in the list of messages. */
    private static final int USUAL_PREHEADER = 400;

    /** Marks without width that a writing system or an emoji needs. */
    private static final int USUAL_MARKS = 20;

    /** Text so short that the images say it all. */
    private static final int FEW_CHARACTERS = 100;

    private static final Reason HIDDEN_TEXT =
            new Reason("HIDDEN_TEXT", 1.8, "画面に表示されない文章が隠されています。", "It holds text that is not seen on the screen.");
    private static final Reason ZERO_WIDTH =
            new Reason("ZERO_WIDTH", 1.5, "見えない文字で語が分割されています。", "Its words are cut by characters that cannot be seen.");
    private static final Reason ONLY_IMAGES =
            new Reason("ONLY_IMAGES", 1.2, "本文がほとんど画像だけです。", "It is hardly more than images.");
    private static final Reason ONLY_HTML =
            new Reason("ONLY_HTML", 0.4, "HTML だけで、文字だけの本文がありません。", "It has no text but HTML.");
    private static final Reason ASKS_FOR_PASSWORD =
            new Reason("ASKS_FOR_PASSWORD", 3.0, "メールの中にパスワードの入力欄があります。", "It asks for a password within the mail.");
    private static final Reason HAS_FORM = new Reason("HAS_FORM", 1.0, "メールの中に入力欄があります。", "It has a form to fill in.");
    private static final Reason HAS_SCRIPT =
            new Reason("HAS_SCRIPT", 1.2, "メールの中にプログラムが埋め込まれています。", "It carries a script or an embedded page.");

    @Override
    public void examine(Sample sample, Reasons into) {
        for (HtmlFacts html : sample.html()) {
            int visible = html.visible().strip().length();
            into.addIf(html.hidden() > USUAL_PREHEADER && html.hidden() > visible / 3, HIDDEN_TEXT);
            into.addIf(html.zeroWidth() > USUAL_MARKS && html.zeroWidth() > visible / 20, ZERO_WIDTH);
            into.addIf(html.images() > 0 && visible < FEW_CHARACTERS && !sample.plain(), ONLY_IMAGES);
            into.addIf(html.passwords() > 0, ASKS_FOR_PASSWORD);
            into.addIf(html.forms() > 0 && html.passwords() == 0, HAS_FORM);
            into.addIf(html.scripts() > 0, HAS_SCRIPT);
        }
        into.addIf(!sample.html().isEmpty() && !sample.plain(), ONLY_HTML);
    }
}
