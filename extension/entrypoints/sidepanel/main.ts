const element = document.getElementById('panel')
if (element) element.textContent = ''
