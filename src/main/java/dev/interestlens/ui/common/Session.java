package dev.interestlens.ui.common;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the screens share: one selection that drives all of them, and the job that runs. */
public final class Session {
    private final StringProperty context = new SimpleStringProperty(this, "context", "");
    private final StringProperty device = new SimpleStringProperty(this, "device", "");
    private final ObjectProperty<JobStatus> job = new SimpleObjectProperty<>(this, "job");
    private final ObjectProperty<JobControl> jobControl = new SimpleObjectProperty<>(this, "jobControl");

    /** Data set and run in words, for the top bar. */
    public StringProperty contextProperty() {
        return context;
    }

    /** What this machine computes on, in words. */
    public StringProperty deviceProperty() {
        return device;
    }

    /** The running job, or null. */
    public ObjectProperty<JobStatus> jobProperty() {
        return job;
    }

    /** What may be asked of the running job, or null. */
    public ObjectProperty<JobControl> jobControlProperty() {
        return jobControl;
    }
}
