package dev.interestlens.testing;

import com.sun.javafx.tk.Toolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Frames of all windows, laid out when a test asks for them and not when the clock does: nothing is slept through, and a busy machine is not late. */
public final class Frames {
    /** What a frame asks to be done after it is done before the next one; a bar that a layout brings in makes one more of it. */
    private static final int FRAMES = 4;

    private Frames() {}

    /** Lets the windows deal with all that was asked of them, and with what follows from it. */
    public static void settle() throws Exception {
        for (int frame = 0; frame < FRAMES; frame++) {
            WaitForAsyncUtils.asyncFx(() -> Toolkit.getToolkit().firePulse()).get();
        }
    }
}
