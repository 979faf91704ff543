package io.trunkline.simulator.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The numbers, applications and messaging services of the account.
public final class Numbers {
    private final Map<String, PhoneNumber> bySid = new ConcurrentHashMap<>();
    private final Map<String, Application> applications = new ConcurrentHashMap<>();
    private final Map<String, MessagingService> services = new ConcurrentHashMap<>();

    public PhoneNumber put(PhoneNumber number) {
        find(number.number()).ifPresent(old -> bySid.remove(old.sid()));
        bySid.put(number.sid(), number);
        return number;
    }

    public Application put(Application application) {
        applications.put(application.sid(), application);
        return application;
    }

    public MessagingService put(MessagingService service) {
        services.put(service.sid(), service);
        return service;
    }

    public Optional<PhoneNumber> find(String number) {
        var plain = number.startsWith("whatsapp:") ? number.substring("whatsapp:".length()) : number;
        return bySid.values().stream().filter(n -> n.number().equals(plain)).findFirst();
    }

    public Optional<PhoneNumber> bySid(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    public Optional<Application> application(String sid) {
        return Optional.ofNullable(applications.get(sid));
    }

    /// The application of that id, or the only one there is: a launcher may let the carrier choose the id.
    public Optional<Application> applicationOrOnly(String sid) {
        return application(sid)
                .or(() -> applications.size() == 1
                        ? applications.values().stream().findFirst()
                        : Optional.empty());
    }

    public List<PhoneNumber> all() {
        return bySid.values().stream()
                .sorted((a, b) -> a.number().compareTo(b.number()))
                .toList();
    }

    public List<Application> applications() {
        return applications.values().stream()
                .sorted((a, b) -> a.sid().compareTo(b.sid()))
                .toList();
    }

    public List<MessagingService> services() {
        return services.values().stream()
                .sorted((a, b) -> a.sid().compareTo(b.sid()))
                .toList();
    }

    public Optional<MessagingService> service(String sid) {
        return Optional.ofNullable(services.get(sid));
    }

    /// The service that takes the number's texts, if one does.
    public Optional<MessagingService> serviceOf(String number) {
        return services.values().stream()
                .filter(service -> !service.defers() && service.numbers().contains(number))
                .findFirst();
    }

    public boolean removeApplication(String sid) {
        return applications.remove(sid) != null;
    }

    public boolean remove(String sid) {
        return bySid.remove(sid) != null;
    }
}
