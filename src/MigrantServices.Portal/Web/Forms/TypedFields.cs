using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

namespace MigrantServices.Portal.Web.Forms;

/// <summary>The fields of a form whose files follow, as far as they have been read; a question of several answers has several values.</summary>
public sealed class TypedFields
{
    private readonly Dictionary<string, StringValues> _values = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    /// <summary>The first answer; null when there is none.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var values) ? values[0] : null;

    public IEnumerable<KeyValuePair<string, string>> Each() =>
        _values.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")));

    /// <summary>For binding them as any other form is bound.</summary>
    public IValueProvider ForBinding() => new FormValueProvider(BindingSource.Form, new FormCollection(_values), CultureInfo.InvariantCulture);

    internal void Add(string name, string value)
    {
        _values[name] = StringValues.Concat(_values.GetValueOrDefault(name), value);
        Count++;
    }
}
