package io.trunkline.desktop.session;

import io.trunkline.desktop.kit.control.Condition;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.model.Page;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A list that is loaded page by page and takes in what the feed tells meanwhile, always in its order.
///
/// `K` tells two versions of one thing from two things; the version taken last is shown.
public final class PagedList<K, T> {
    /// One page of the backend's, from a cursor on or from the beginning. Blocks.
    public interface Source<T> {
        Page<T> page(@Nullable String cursor);
    }

    private final Session session;
    private final Work work;
    private final Source<T> source;
    private final Function<T, K> key;
    private final Comparator<T> order;
    private final String failure;
    private final Map<K, T> known = new HashMap<>();
    private final ObservableList<T> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Condition> condition = new ReadOnlyObjectWrapper<>(new Condition.Loading());
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private @Nullable String next;
    private Running loading = Running.ENDED;

    /// `failure` is the text key of the sentence for a first page that cannot be had.
    public PagedList(
            Session session, Work work, Source<T> source, Function<T, K> key, Comparator<T> order, String failure) {
        this.session = session;
        this.work = work;
        this.source = source;
        this.key = key;
        this.order = order;
        this.failure = failure;
    }

    public ObservableList<T> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<Condition> condition() {
        return condition.getReadOnlyProperty();
    }

    /// Whether there is a page after the last loaded.
    public ReadOnlyBooleanProperty more() {
        return more.getReadOnlyProperty();
    }

    /// Loads the first page again; what is known of later ones stays.
    public void load() {
        from(null);
    }

    public void loadMore() {
        if (next != null) {
            from(next);
        }
    }

    public void cancel() {
        loading.cancel();
    }

    /// Takes in one row as it is now.
    public void take(T row) {
        known.put(key.apply(row), row);
        draw();
    }

    private void from(@Nullable String cursor) {
        loading.cancel();
        loading = work.run(() -> source.page(cursor), this::loaded, this::failed);
    }

    private void loaded(Page<T> page) {
        page.items().forEach(each -> known.put(key.apply(each), each));
        next = page.next();
        more.set(next != null);
        draw();
    }

    private void failed(Exception e) {
        condition.set(
                known.isEmpty()
                        ? new Condition.Failed(Failures.trouble(failure, e))
                        : new Condition.Offline(session.connection().get().since()));
    }

    private void draw() {
        var now = known.values().stream().sorted(order).toList();
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
        condition.set(now.isEmpty() ? new Condition.Empty() : new Condition.Filled());
    }
}
