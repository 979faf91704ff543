package io.trunkline.desktop.login;

import atlantafx.base.controls.PasswordTextField;
import io.trunkline.desktop.kit.control.IconButton;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.material2.Material2MZ;

/// A field for a password, with an eye that shows it.
final class SecretField extends PasswordTextField {
    SecretField(String id, String key, StringProperty password, ObservableValue<Boolean> trying) {
        setId(id);
        setAccessibleText(Text.of(key));
        disableProperty().bind(trying);
        passwordProperty().subscribe(typed -> password.set(typed));
        WhileShown.subscribe(
                this,
                () -> password.subscribe(now -> {
                    if (!now.equals(getPassword())) {
                        setText(now);
                    }
                }));
        var eye = new IconButton(Material2MZ.VISIBILITY, Text.of("login.password.show"), () -> {});
        eye.getStyleClass().add("inside");
        eye.setOnAction(_ -> {
            setRevealPassword(!getRevealPassword());
            eye.show(
                    getRevealPassword() ? Material2MZ.VISIBILITY_OFF : Material2MZ.VISIBILITY,
                    Text.of(getRevealPassword() ? "login.password.hide" : "login.password.show"));
        });
        setRight(eye);
    }
}
