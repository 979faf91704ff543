package io.trunkline.desktop.login;

import atlantafx.base.theme.Styles;
import io.trunkline.desktop.kit.control.SetByIt;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Draws the sign-in page: three fields and one verb, and small below them where one signs in.
public final class LoginView extends Card {
    private final LoginViewModel model;

    /// `elsewhere` asks for another backend.
    public LoginView(LoginViewModel model, Runnable elsewhere) {
        super(Text.of("login.page.title"), model.trouble());
        this.model = model;
        var password = new SecretField("login-password", "login.password.name", model.password(), model.trying());
        var content = new ArrayList<Node>();
        model.fixed().wrong().forEach(each -> content.add(wrong(each.key().written(), each.value())));
        content.addAll(List.of(
                tenant(),
                named("login.email.name", field("login.email.name", model.email())),
                named("login.password.name", password),
                verb(signIn(), model.trying(), "login.page.trying"),
                address(elsewhere)));
        fill(content);
        focusWhenShown(model.tenant().get().isBlank() ? lookup("#login-tenant") : password);
    }

    private static Node wrong(String key, String value) {
        return Type.LABEL.wrapped(Text.of("login.managed.wrong", key, value), "managed-wrong");
    }

    private Node tenant() {
        var field = field("login.tenant.name", model.tenant());
        if (!model.fixed().tenant()) {
            return named("login.tenant.name", field);
        }
        field.setEditable(false);
        field.setFocusTraversable(false);
        HBox.setHgrow(field, Priority.ALWAYS);
        var row = new HBox(field, new SetByIt());
        row.getStyleClass().add("locked");
        return named("login.tenant.name", row);
    }

    private TextField field(String key, StringProperty value) {
        var field = new TextField();
        field.setId(key.replaceAll("\\.name$", "").replace('.', '-'));
        field.setAccessibleText(Text.of(key));
        field.textProperty().bindBidirectional(value);
        field.disableProperty().bind(model.trying());
        return field;
    }

    private Node signIn() {
        var button = new Button(Text.of("login.page.signIn"));
        button.setId("login-sign-in");
        button.setDefaultButton(true);
        button.getStyleClass().add(Styles.ACCENT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.disableProperty().bind(model.ready().not());
        button.setOnAction(_ -> model.signIn());
        return button;
    }

    private Node address(Runnable elsewhere) {
        var where = Type.LABEL.line(model.backend(), Type.MUTED);
        where.setId("login-where");
        var row = new HBox(where);
        row.getStyleClass().add("where");
        if (model.fixed().backend()) {
            row.getChildren().add(new SetByIt());
        } else {
            var change = new Hyperlink(Text.of("login.where.change"));
            change.setId("login-elsewhere");
            change.getStyleClass().add(Type.LABEL.style());
            change.setMinWidth(USE_PREF_SIZE);
            change.disableProperty().bind(model.trying());
            change.setOnAction(_ -> elsewhere.run());
            row.getChildren().add(change);
        }
        return row;
    }
}
