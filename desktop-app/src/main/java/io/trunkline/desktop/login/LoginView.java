package io.trunkline.desktop.login;

import atlantafx.base.controls.PasswordTextField;
import atlantafx.base.theme.Styles;
import io.trunkline.desktop.kit.control.AppMark;
import io.trunkline.desktop.kit.control.IconButton;
import io.trunkline.desktop.kit.control.ProblemBanner;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;

/// Draws the sign-in page: three fields and one verb, the backend's address folded below.
public final class LoginView extends StackPane {
    private final LoginViewModel model;

    public LoginView(LoginViewModel model) {
        this.model = model;
        getStyleClass().add("login");
        getStylesheets().add(Theme.sheet(LoginView.class, "login.css"));
        var banner = new ProblemBanner();
        WhileShown.subscribe(
                banner,
                () -> model.trouble().subscribe(told -> banner.troubleProperty().set(told)));
        var email = field("login.email.name", model.email());
        var password = password();
        var card = new VBox(
                head(),
                banner,
                named("login.tenant.name", field("login.tenant.name", model.tenant())),
                named("login.email.name", email),
                named("login.password.name", password),
                signIn(),
                address());
        card.getStyleClass().add("card");
        getChildren().add(card);
        focusWhenShown(model.tenant().get().isBlank() ? card.lookup("#login-tenant") : password);
    }

    private static void focusWhenShown(Node node) {
        node.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                node.requestFocus();
            }
        });
    }

    private static Node head() {
        var head = new HBox(new AppMark(), Type.TITLE.of(Text.of("login.page.title")));
        head.getStyleClass().add("head");
        return head;
    }

    private TextField field(String key, StringProperty value) {
        var field = new TextField();
        field.setId(key.replaceAll("\\.name$", "").replace('.', '-'));
        field.setAccessibleText(Text.of(key));
        field.textProperty().bindBidirectional(value);
        field.disableProperty().bind(model.trying());
        return field;
    }

    private PasswordTextField password() {
        var field = new PasswordTextField();
        field.setId("login-password");
        field.setAccessibleText(Text.of("login.password.name"));
        field.disableProperty().bind(model.trying());
        field.passwordProperty().subscribe(typed -> model.password().set(typed));
        WhileShown.subscribe(
                field,
                () -> model.password().subscribe(now -> {
                    if (!now.equals(field.getPassword())) {
                        field.setText(now);
                    }
                }));
        var eye = new IconButton(Material2MZ.VISIBILITY, Text.of("login.password.show"), () -> {});
        eye.getStyleClass().add("inside");
        eye.setOnAction(_ -> {
            field.setRevealPassword(!field.getRevealPassword());
            eye.show(
                    field.getRevealPassword() ? Material2MZ.VISIBILITY_OFF : Material2MZ.VISIBILITY,
                    Text.of(field.getRevealPassword() ? "login.password.hide" : "login.password.show"));
        });
        field.setRight(eye);
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
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.getStyleClass().add(Styles.SMALL);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Text.of("login.page.trying"));
        bar.visibleProperty().bind(model.trying());
        var box = new VBox(button, bar);
        box.getStyleClass().add("verb");
        return box;
    }

    private Node address() {
        var field = field("login.backend.name", model.backend());
        var pane = new TitledPane(Text.of("login.backend.name"), field);
        pane.getStyleClass().add(Styles.DENSE);
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private static Node named(String key, Control field) {
        var name = Type.LABEL.of(Text.of(key), Type.MUTED);
        name.setLabelFor(field);
        var box = new VBox(name, field);
        box.getStyleClass().add("named");
        return box;
    }
}
